package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutsideReferencesTest {
  private static final String TYPES =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @Test
  void reportsEveryRelationshipToTheOutsideButHyperlinks() throws IOException {
    OfficeFile file =
        OfficeFile.word("<w:p><w:r><w:t>words</w:t></w:r></w:p>")
            .raw(
                "word/_rels/document.xml.rels",
                relations(
                    external("1", "oleObject", "file:///etc/passwd"),
                    external("2", "image", "\\\\host\\share\\a.png"),
                    external("3", "hyperlink", "https://example.org/"),
                    external("4", "SECRETS", "https://example.org/")))
            .raw(
                "word/_rels/settings.xml.rels",
                relations(external("1", "attachedTemplate", "https://example.org/t.dotm")));
    assertThat(Shown.of(file.blocks()))
        .containsExactlyInAnyOrder(
            "dropped linked object NOT_OPENED",
            "dropped linked picture NOT_OPENED",
            "dropped outside reference NOT_OPENED",
            "dropped remote template NOT_OPENED",
            "p words");
  }

  @Test
  void reportsDataExchangeWithPrograms() throws IOException {
    OfficeFile file =
        OfficeFile.word("<w:p><w:r><w:t>words</w:t></w:r></w:p>")
            .part(
                "xl/externalLinks/externalLink1.xml",
                "s:externalLink",
                "<s:ddeLink ddeService='cmd' ddeTopic='/c calc'/>");
    assertThat(Shown.of(file.blocks()))
        .containsExactly("dropped dde link ACTIVE_CONTENT", "p words");
  }

  @Test
  void readsOnWhenReferencesAreBroken() throws IOException {
    OfficeFile file =
        OfficeFile.word("<w:p><w:r><w:t>words</w:t></w:r></w:p>")
            .raw("word/_rels/nobody.xml.rels", "<broken");
    assertThat(Shown.of(file.blocks()))
        .containsExactly("dropped references of a part UNREADABLE", "p words");
  }

  private static String relations(String... all) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + String.join("", List.of(all))
        + "</Relationships>";
  }

  private static String external(String id, String type, String target) {
    return "<Relationship Id='"
        + id
        + "' Type='"
        + TYPES
        + type
        + "' Target='"
        + target
        + "' TargetMode='External'/>";
  }
}
