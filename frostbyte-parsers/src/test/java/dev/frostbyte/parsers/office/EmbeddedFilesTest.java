package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EmbeddedFilesTest {
  private static final String TYPES =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @Test
  void handsOnOfficeFilesThatLieInAnotherBehindItsText() throws IOException {
    OfficeFile file =
        words()
            .raw("word/embeddings/Plan.xlsx", "a workbook")
            .raw("word/embeddings/oleObject1.bin", "an object");
    assertThat(Shown.of(file.blocks()))
        .containsExactly("dropped attachment NOT_READ", "p words", "attached plan.xlsx 10");
  }

  @Test
  void theWorkbookBehindAChartIsNoFileOfItsOwn() throws IOException {
    OfficeFile file =
        words()
            .raw("word/embeddings/Chart.xlsx", "a workbook")
            .raw("word/charts/chart1.xml", "<c/>")
            .raw("word/charts/_rels/chart1.xml.rels", relation("../embeddings/Chart.xlsx"));
    assertThat(Shown.of(file.blocks())).containsExactly("dropped attachment NOT_READ", "p words");
  }

  @Test
  void aChartWithBrokenReferencesHidesNothing() throws IOException {
    OfficeFile file =
        words()
            .raw("word/embeddings/Plan.xlsx", "a workbook")
            .raw("word/charts/chart1.xml", "<c/>")
            .raw("word/charts/_rels/chart1.xml.rels", "<Relationships");
    assertThat(Shown.of(file.blocks())).contains("p words", "attached plan.xlsx 10");
  }

  private static OfficeFile words() throws IOException {
    return OfficeFile.word("<w:p><w:r><w:t>words</w:t></w:r></w:p>");
  }

  private static String relation(String target) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + ("<Relationship Id='1' Type='" + TYPES + "package' Target='" + target + "'/>")
        + "</Relationships>";
  }
}
