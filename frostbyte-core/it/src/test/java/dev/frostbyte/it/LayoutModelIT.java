package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineBuilder;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.plugin.PluginsRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layout model of a pipeline is asked where parsers run, and is part of what a document is. */
class LayoutModelIT {
  private static final String LINE = "Rates are fixed for a year";

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void isAskedInTheProcessOfTheParserAndHasItsFileThere() throws IOException {
    Path letter = letter();
    CanonicalDocument plain = read(letter, UnaryOperator.identity());
    CanonicalDocument told = read(letter, builder -> model(builder, "heading"));
    assertThat(plain.elements()).noneMatch(Element.Heading.class::isInstance);
    assertThat(told.elements()).hasOnlyElementsOfType(Element.Heading.class).hasSize(1);
    assertThat(told.original()).isEqualTo(plain.original());
    assertThat(told.parser()).contains("layoutModel ruled/1").isNotEqualTo(plain.parser());
    assertThat(plain.parser()).doesNotContain("layoutModel");
  }

  @Test
  void aDocumentIsReadAgainWhereTheModelIsAnother() throws IOException {
    Path letter = letter();
    assertThat(ingest(letter, UnaryOperator.identity())).isInstanceOf(DocumentOutcome.Stored.class);
    assertThat(ingest(letter, builder -> model(builder, "heading")))
        .isInstanceOf(DocumentOutcome.Stored.class);
    assertThat(ingest(letter, builder -> model(builder, "heading")))
        .isInstanceOf(DocumentOutcome.Unchanged.class);
  }

  @Test
  void aLaterChoiceTakesThePlaceOfADefault() throws IOException {
    CanonicalDocument told =
        read(letter(), builder -> model(model(builder, "heading").asDefaults(), "footnote"));
    assertThat(told.elements()).hasOnlyElementsOfType(Element.Footnote.class);
  }

  @Test
  void isRefusedWithTheOtherProblemsOfAPipeline() throws IOException {
    PipelineBuilder builder =
        House.bare(folder)
            .everyParser()
            .layoutModel("ruled", Map.of("role", "heading"))
            .tableModel("nowhere", Map.of());
    assertThatThrownBy(builder::build)
        .isInstanceOf(PluginsRefusedException.class)
        .hasMessageContaining("'role'")
        .hasMessageContaining("No table model is called 'nowhere'; there are: [onnx]");
  }

  private PipelineBuilder model(PipelineBuilder builder, String role) {
    try {
      Path rule = Files.writeString(folder.resolve(role + ".rule"), role);
      return builder.layoutModel("ruled", Map.of("rule", rule.toString()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private CanonicalDocument read(Path file, UnaryOperator<PipelineBuilder> change)
      throws IOException {
    try (Pipeline pipeline = change.apply(House.bare(folder).everyParser()).build();
        Workbench workbench = pipeline.workbench()) {
      return ((Workbench.Parsed.Read) workbench.parse(file)).document();
    }
  }

  private DocumentOutcome ingest(Path file, UnaryOperator<PipelineBuilder> change)
      throws IOException {
    try (Pipeline pipeline = change.apply(House.bare(folder).everyParser()).build();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      return House.ingest(session, file).getFirst();
    }
  }

  /** One line in the second quarter of a page. */
  private Path letter() throws IOException {
    Path file = folder.resolve("letter.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.newLineAtOffset(60, 500);
        content.showText(LINE);
        content.endText();
      }
      document.save(file.toFile());
    }
    return file;
  }
}
