package dev.mien.server.ivld.type;

import java.util.List;

/** A custom person. */
public record CustomPersonInfo(
    String personId,
    String name,
    String basicInfo,
    String l1Category,
    String l2Category,
    List<PersonImageInfo> imageInfoSet,
    String createTime) {
  /** Copies the list. */
  public CustomPersonInfo {
    imageInfoSet = List.copyOf(imageInfoSet);
  }
}
