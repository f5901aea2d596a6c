package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every cell stands in its column, whatever cells a table leaves out. */
class HtmlTableTest {
  @Test
  void placesThatAreLeftOutAreThere() throws IOException {
    assertThat(html(3, cell(0, 0, 1, 1, "a"), cell(0, 2, 1, 1, "c"), cell(1, 2, 1, 1, "f")))
        .contains("<tr><td>a</td><td></td><td>c</td></tr>")
        .contains("<tr><td colspan=\"2\"></td><td>f</td></tr>");
  }

  @Test
  void whatACellAboveSpansIsNotThereTwice() throws IOException {
    assertThat(html(3, cell(0, 0, 2, 1, "a"), cell(0, 1, 1, 2, "b"), cell(1, 2, 1, 1, "f")))
        .contains("<tr><td rowspan=\"2\">a</td><td colspan=\"2\">b</td></tr>")
        .contains("<tr><td></td><td>f</td></tr>");
  }

  @Test
  void aFewCellsFarApartStaySmall() throws IOException {
    assertThat(html(16_000, cell(0, 0, 1, 1, "a"), cell(9, 15_999, 1, 1, "z")))
        .contains("<td colspan=\"15999\"></td><td>z</td>")
        .hasSizeLessThan(2_000);
  }

  private static Block.Cell cell(int row, int column, int rows, int columns, String text) {
    return new Block.Cell(row, column, rows, columns, UntrustedText.of(text));
  }

  private static String html(int columns, Block.Cell... cells) throws IOException {
    CanonicalBuilder builder = new CanonicalBuilder(ParseLimits.DEFAULT);
    builder.accept(new Block.Table(columns, 0, List.of(cells), UntrustedText.EMPTY, List.of()));
    ContentHash hash = ContentHash.of(new byte[0]);
    return Renderer.HTML.render(builder.build(MediaType.TEXT, hash, "any", 0, Expected.UNKNOWN));
  }
}
