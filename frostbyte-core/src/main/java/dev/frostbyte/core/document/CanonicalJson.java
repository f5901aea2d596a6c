package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import java.util.List;

/**
 * A canonical document as other programs read it: the document itself with what follows from it,
 * after the schema {@code canonical.schema.json} beside this class. Immutable.
 *
 * @param schema name and version of the schema
 * @param lineage where it came from
 * @param quality see {@link CanonicalDocument#quality()}
 * @param completeness what was expected against what was extracted
 * @param stats counts
 * @param sections what the headings make
 * @param reading texts, elements and the rest
 */
record CanonicalJson(
    String schema,
    Lineage lineage,
    double quality,
    Extraction completeness,
    Stats stats,
    List<SectionTree.Section> sections,
    CanonicalDocument reading) {
  static final String SCHEMA = "frostbyte-canonical/1";

  /** Which bytes were read by what. */
  record Lineage(ContentHash source, MediaType type, String parser) {}

  /** Completeness with its share and whether that is too small. */
  record Extraction(
      long expectedCharacters,
      long characters,
      int expectedPages,
      int pages,
      double ratio,
      boolean flagged) {
    static Extraction of(Completeness counts) {
      return new Extraction(
          counts.expectedCharacters(),
          counts.characters(),
          counts.expectedPages(),
          counts.pages(),
          counts.ratio(),
          counts.flagged());
    }
  }

  static String render(CanonicalDocument document) {
    return Json.pretty(
            new CanonicalJson(
                SCHEMA,
                new Lineage(document.source(), document.type(), document.parser()),
                document.quality(),
                Extraction.of(document.completeness()),
                Stats.of(document),
                SectionTree.of(document.elements()),
                document))
        + "\n";
  }
}
