package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.CustomCategory;
import dev.mien.gallery.CustomGroup;
import dev.mien.gallery.CustomImage;
import dev.mien.gallery.CustomPerson;
import dev.mien.gallery.CustomPersonFilter;
import dev.mien.gallery.CustomPersonStore;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.Page;
import dev.mien.gallery.PageRange;
import dev.mien.gallery.PersonId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Custom persons in a {@link SqliteDatabase}. */
final class SqliteCustomPersonStore implements CustomPersonStore {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private static final String CATEGORY_COLUMNS = "k.number, k.first_level, k.second_level";

  private static final String PERSON =
      "SELECT c.custom_key, c.person_id, c.name, c.basic_info, c.created_at_millis, "
          + CATEGORY_COLUMNS;

  private static final String PERSONS =
      " FROM custom_person c JOIN custom_category k USING (category_key) WHERE c.app_id = ?1";

  /**
   * Sets are one text, {@code ,first,second,}, so that the statement is always the same; texts of
   * unknown content stand in it as hexadecimal digits. An empty text is no condition.
   */
  private static final String FILTERED =
      PERSONS
          + """
           AND (?2 IS NULL OR c.name = ?2)
            AND (?3 = '' OR instr(?3, ',' || k.number || ',') > 0)
            AND (?4 = '' OR instr(?4, ',' || hex(c.person_id) || ',') > 0)
            AND (?5 = '' OR instr(?5, ',' || hex(k.first_level) || ',') > 0)
          """;

  private final SqliteDatabase database;

  SqliteCustomPersonStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<CustomGroup> group(AccountId account) {
    return database.read(
        session ->
            session.one(
                "SELECT bucket FROM custom_group WHERE app_id = ?",
                row -> new CustomGroup(row.getString("bucket")),
                account.appId()));
  }

  @Override
  public List<CustomCategory> categories(AccountId account) {
    return database.read(
        session ->
            session.list(
                "SELECT "
                    + CATEGORY_COLUMNS
                    + " FROM custom_category k WHERE app_id = ? ORDER BY number",
                SqliteCustomPersonStore::category,
                account.appId()));
  }

  @Override
  public long lastCategory(AccountId account) {
    return database.read(
        session ->
            session.count(
                "SELECT number FROM last_custom_category WHERE app_id = ?", account.appId()));
  }

  @Override
  public boolean isReferred(AccountId account, long category) {
    return database.read(
            session ->
                session.count(
                    "SELECT count(*)" + PERSONS + " AND k.number = ?2", account.appId(), category))
        > 0;
  }

  @Override
  public Optional<CustomPerson> person(AccountId account, PersonId id) {
    return database.read(
        session -> {
          Optional<Row> row =
              session.one(
                  PERSON + PERSONS + " AND c.person_id = ?2",
                  SqliteCustomPersonStore::row,
                  account.appId(),
                  id.value());
          return row.isEmpty() ? Optional.empty() : Optional.of(person(session, row.get()));
        });
  }

  @Override
  public long count(AccountId account) {
    return database.read(
        session ->
            session.count("SELECT count(*) FROM custom_person WHERE app_id = ?", account.appId()));
  }

  @Override
  public Page<CustomPerson> persons(
      AccountId account, CustomPersonFilter filter, boolean newestFirst, PageRange range) {
    Object[] arguments = arguments(account, filter);
    Object[] withRange = Arrays.copyOf(arguments, arguments.length + 2);
    withRange[arguments.length] = range.limit();
    withRange[arguments.length + 1] = range.offset();
    String order =
        newestFirst
            ? "ORDER BY c.created_at_millis DESC, c.custom_key DESC"
            : "ORDER BY c.created_at_millis, c.custom_key";
    return database.read(
        session -> {
          List<CustomPerson> found = new ArrayList<>();
          for (Row row :
              session.list(
                  PERSON + FILTERED + order + " LIMIT ?6 OFFSET ?7",
                  SqliteCustomPersonStore::row,
                  withRange)) {
            found.add(person(session, row));
          }
          return new Page<>(found, session.count("SELECT count(*)" + FILTERED, arguments));
        });
  }

  private static Object[] arguments(AccountId account, CustomPersonFilter filter) {
    return new Object[] {
      account.appId(),
      filter.name().orElse(null),
      set(filter.categories().stream().map(String::valueOf).toList()),
      set(filter.ids().stream().map(SqliteCustomPersonStore::hex).toList()),
      set(filter.firstLevels().stream().map(SqliteCustomPersonStore::hex).toList())
    };
  }

  private static String set(Collection<String> items) {
    return items.isEmpty() ? "" : items.stream().collect(Collectors.joining(",", ",", ","));
  }

  private static String hex(String text) {
    return HEX.formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean knowsMedia(AccountId account, String media) {
    return database.read(
            session ->
                session.count(
                    """
                    SELECT count(*) FROM custom_image JOIN custom_person USING (custom_key)
                    WHERE media = ? AND app_id = ?
                    """,
                    media,
                    account.appId()))
        > 0;
  }

  /** A person without its pictures. */
  private record Row(long key, CustomPerson person) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("custom_key"),
        new CustomPerson(
            new PersonId(row.getString("person_id")),
            row.getString("name"),
            row.getString("basic_info"),
            category(row),
            List.of(),
            Instant.ofEpochMilli(row.getLong("created_at_millis"))));
  }

  private static CustomPerson person(SqlSession session, Row row) throws SQLException {
    CustomPerson bare = row.person();
    List<CustomImage> images =
        session.list(
            """
            SELECT image_id, media, face_id FROM custom_image WHERE custom_key = ?
            ORDER BY image_key
            """,
            image ->
                new CustomImage(
                    image.getString("image_id"),
                    image.getString("media"),
                    new FaceId(image.getLong("face_id"))),
            row.key());
    return new CustomPerson(
        bare.id(), bare.name(), bare.basicInfo(), bare.category(), images, bare.createdAt());
  }

  private static CustomCategory category(ResultSet row) throws SQLException {
    return new CustomCategory(
        row.getLong("number"), row.getString("first_level"), row.getString("second_level"));
  }
}
