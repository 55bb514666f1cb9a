package dev.mien.gallery;

/**
 * A custom person to be created with a first picture; the name is checked when it is.
 *
 * @param name need not be unique
 * @param basicInfo a remark; may be empty
 * @param category the number of a category of the account
 * @param face what was made of the picture
 * @param media what the picture is kept under
 */
public record NewCustomPerson(
    String name, String basicInfo, long category, FaceTemplates face, String media) {}
