package dev.frostbyte.parsers.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a form says, and what it is worked with. */
class PageFormTest {
  @Test
  void servesTheChosenEntryOfAListAndNoOther() throws IOException {
    assertThat(
            read(
                "<p>Country: <select><optgroup label='EU'><option>France<option"
                    + " selected>Spain</optgroup><option label='Swiss'>x</select> end</p>"))
        .containsExactly(Block.paragraph("Country: Spain end"), furniture("EU\nFrance\nSwiss"));
    assertThat(read("<select><option disabled>Choose<option>first<option>second</select>"))
        .containsExactly(Block.paragraph("first"), furniture("Choose\nsecond"));
    assertThat(read("<select><option selected>a<option selected>b</select>"))
        .containsExactly(Block.paragraph("b"), furniture("a"));
    assertThat(read("<select multiple><option selected>a<option>b<option selected>c</select>"))
        .containsExactly(Block.paragraph("a c"), furniture("b"));
    assertThat(read("<p>x</p><select size=4><option>a<option>b</select>"))
        .containsExactly(Block.paragraph("x"), furniture("a\nb"));
  }

  @Test
  void takesWordsOnButtonsForFurniture() throws IOException {
    assertThat(read("<p>Name <input value='Ann'> <button>Send</button> now</p>"))
        .containsExactly(Block.paragraph("Name Ann now"), furniture("Send"));
    assertThat(read("<p>x</p><input type=SUBMIT value='Go'><input type=reset value='Back'>"))
        .containsExactly(Block.paragraph("x"), furniture("Go"), furniture("Back"));
  }

  @Test
  void keepsAButtonThatFoldsTextUp() throws IOException {
    assertThat(read("<h2><button>How?</button></h2><p>So.</p>").getFirst().bare())
        .isEqualTo(Block.heading(2, "How?"));
    assertThat(read("<button aria-expanded=false>More</button>"))
        .containsExactly(Block.paragraph("More"));
  }

  @Test
  void hidesValuesThatABrowserDoesNotShow() throws IOException {
    assertThat(
            read(
                "<p>A <input type=checkbox value='yes'> <input type=password value='pw'>"
                    + "<datalist><option>suggested</datalist></p>"))
        .containsExactly(Block.paragraph("A"), hidden("yes"), hidden("pw"), hidden("suggested"));
    assertThat(
            read("<p>A</p><div hidden><select><option>s<option>t</select><button>b</button></div>"))
        .containsExactly(Block.paragraph("A"), hidden("s"), hidden("t"), hidden("b"));
  }

  private static Block furniture(String words) {
    return Block.furniture(Block.Furniture.Role.BOILERPLATE, words, List.of());
  }

  private static Block hidden(String words) {
    return Block.hidden(HiddenChannel.MARKED_HIDDEN, words);
  }

  private static List<Block> read(String body) throws IOException {
    List<Block> blocks = new ArrayList<>();
    byte[] page = ("<html><body>" + body).getBytes(StandardCharsets.UTF_8);
    try (DocumentParser parser = new HtmlParserProvider().open(StageConfig.none())) {
      parser.parse(DocumentSource.of(page), MediaType.HTML, ParseLimits.DEFAULT, blocks::add);
    }
    blocks.removeIf(Block.Encoded.class::isInstance);
    return blocks;
  }
}
