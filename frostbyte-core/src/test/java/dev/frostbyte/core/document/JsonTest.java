package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final Span SPAN = new Span(TextName.ORIGINAL, 1, 4, List.of(Region.page(2)));

  @Test
  void everyKindOfElementComesBackAsWhatItWas() throws IOException {
    for (Element element :
        List.of(
            new Element.Heading(0, 2, SPAN),
            new Element.Paragraph(1, SPAN),
            new Element.ListItem(2, 1, UntrustedText.of("a)"), SPAN),
            new Element.Table(3, 2, 1, SPAN, List.of(new Element.Cell(0, 1, 1, 2, SPAN)), SPAN),
            new Element.Preformatted(4, UntrustedText.of("java"), SPAN),
            new Element.Figure(5, SPAN),
            new Element.Formula(6, SPAN),
            new Element.Footnote(7, UntrustedText.of("*"), SPAN),
            new Element.Furniture(8, Block.Furniture.Role.BOILERPLATE, SPAN))) {
      assertThat(Json.read(Json.bytes(element), Element.class)).isEqualTo(element);
    }
  }

  @Test
  void writesWhatACellHoldsOnlyWhereItsTextIsNotAll() throws IOException {
    CellValue number = CellValue.of(CellValue.Kind.NUMBER, "0.25", "25%");
    Element.Cell plain = new Element.Cell(0, 0, 1, 1, SPAN);
    Element.Cell exact = new Element.Cell(0, 0, 1, 1, SPAN, number);
    Element.Cell kind = new Element.Cell(0, 0, 1, 1, SPAN, number.kindOnly());
    assertThat(text(plain)).doesNotContain("value");
    assertThat(text(exact)).contains("\"value\":{\"kind\":\"NUMBER\",\"exact\":\"0.25\"}");
    assertThat(text(kind)).contains("\"value\":{\"kind\":\"NUMBER\"}");
    for (Element.Cell cell : List.of(plain, exact, kind)) {
      assertThat(Json.read(Json.bytes(cell), Element.Cell.class)).isEqualTo(cell);
    }
  }

  @Test
  void refusesACellOfAKindThatIsNotKnown() {
    byte[] other =
        text(new Element.Cell(0, 0, 1, 1, SPAN, CellValue.of(CellValue.Kind.EMPTY)))
            .replace("EMPTY", "COLOUR")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.read(other, Element.Cell.class)).isInstanceOf(IOException.class);
  }

  @Test
  void namesAreWrittenAsTheirValues() throws IOException {
    DocumentId document = new DocumentId("doc_" + "0".repeat(32));
    ContentHash hash = ContentHash.of(new byte[0]);
    assertThat(text(document)).isEqualTo("\"" + document + "\"");
    assertThat(text(hash)).isEqualTo("\"" + hash + "\"");
    assertThat(text(UntrustedText.EMPTY)).isEqualTo("\"\"");
    assertThat(text(MediaType.PDF)).isEqualTo("\"application/pdf\"");
    assertThat(Json.read(Json.bytes(hash), ContentHash.class)).isEqualTo(hash);
    assertThat(Json.read(Json.bytes(document), DocumentId.class)).isEqualTo(document);
  }

  @Test
  void writesNothingOfASpanButItsParts() {
    assertThat(text(SPAN))
        .isEqualTo(
            "{\"text\":\"ORIGINAL\",\"start\":1,\"end\":4,\"regions\":[{\"page\":2,\"box\":"
                + "{\"left\":0.0,\"top\":0.0,\"right\":0.0,\"bottom\":0.0}}]}");
  }

  @Test
  void readsATextAsLongAsTheLimitsAllow() throws IOException {
    String text = "x".repeat(20_000_001);
    ParseLimits limits = new ParseLimits(1, 1, text.length(), 1, 1, 1, 1, Duration.ofSeconds(1));
    CanonicalBuilder builder = new CanonicalBuilder(limits);
    builder.accept(Block.paragraph(text, List.of()));
    CanonicalDocument document =
        builder.buildCut(MediaType.TEXT, ContentHash.of(new byte[0]), "test/1", 0);
    CanonicalDocument read = Json.read(Json.bytes(document), CanonicalDocument.class);
    assertThat(read.original().value().length()).isEqualTo(text.length());
  }

  @Test
  void refusesBrokenJsonWithoutQuotingIt() {
    for (String json :
        List.of("{\"start\":\"SECRET\"}", "SECRET", "{\"SECRET\":1}", "[", "", "null null")) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> Json.read(bytes, Span.class))
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("SECRET")
          .hasNoCause();
    }
  }

  private static String text(Object value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8);
  }
}
