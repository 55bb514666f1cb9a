package dev.mien.evaluate.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.evaluate.EvaluationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  @TempDir Path folder;

  @Test
  void quotes_marks_and_blank_lines_are_read_as_spreadsheets_write_them() throws Exception {
    Table table = table("\uFEFFpath,note\r\n\"a,b.jpg\",\"say \"\"x\"\"\"\r\n\r\nc.jpg, plain \n");

    assertThat(table.columns()).containsExactly("path", "note");
    assertThat(table.rows().getFirst().text("path")).isEqualTo("a,b.jpg");
    assertThat(table.rows().getFirst().text("note")).isEqualTo("say \"x\"");
    assertThat(table.rows().getLast().text("note")).isEqualTo("plain");
  }

  @Test
  void what_is_wrong_with_a_file_is_said() {
    assertRefused("", "is empty");
    assertRefused("path\n", "has no rows");
    assertRefused("other\nx\n", "no column path");
    assertRefused("path,path\nx,y\n", "the same name");
    assertRefused("path,b\nx\n", "1 cells");
    assertRefused("path\n\"x\n", "not closed");
  }

  @Test
  void a_file_that_is_not_there_is_said_to_be_missing() {
    Path file = folder.resolve("absent.csv");

    assertThatThrownBy(() -> Table.read(file, "path"))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("there is no label file " + file);
  }

  @Test
  void a_cell_that_is_no_number_or_no_answer_is_named() throws Exception {
    Row row = table("path,age,mask\nx.jpg,old,maybe\n").rows().getFirst();

    assertThatThrownBy(() -> row.number("age")).hasMessageContaining("x.jpg", "age", "old");
    assertThatThrownBy(() -> row.flag("mask")).hasMessageContaining("mask", "maybe");
  }

  @Test
  void columns_with_few_values_group_rows_and_ages_come_in_bands() throws Exception {
    StringBuilder text = new StringBuilder("path,group,age,serial\n");
    for (int i = 0; i < 40; i++) {
      text.append("%d.jpg,%s,%d,%d%n".formatted(i, i % 2 == 0 ? "a" : "b", 2 * i, i));
    }
    Table table = table(text.toString());

    assertThat(Slices.of(table, List.of("path")))
        .containsOnlyKeys("group", "age")
        .containsEntry("group", List.of("a", "b"))
        .containsEntry("age", List.of("00-05", "06-15", "16-29", "30-44", "45-59", "60+"));
  }

  private Table table(String text) throws IOException, EvaluationException {
    Path file = folder.resolve("labels.csv");
    Files.writeString(file, text);
    return Table.read(file, "path");
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> table(text))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining(message);
  }
}
