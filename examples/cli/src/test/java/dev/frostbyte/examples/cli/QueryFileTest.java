package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFileTest {
  @TempDir Path folder;

  @Test
  void readsIdsAndTextsAndSkipsEmptyLines() throws IOException {
    assertThat(QueryFile.read(file("1\twhat is it\n\n2\tand\tthat\r\n")))
        .containsExactly(
            new QueryFile.Line("1", "what is it"), new QueryFile.Line("2", "and\tthat"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 no tab", "1\t", "\ttext", "a b\ttext", "1\tone\n1\ttwo"})
  void namesTheLineItCannotRead(String content) throws IOException {
    Path file = file("0\tfine\n" + content + "\n");
    assertThatThrownBy(() -> QueryFile.read(file))
        .hasMessageMatching("(?s).*Line [23] of the queries.*");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("q.tsv"), content);
  }
}
