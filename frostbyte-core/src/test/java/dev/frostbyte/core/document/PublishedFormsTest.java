package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import ai.docling.core.DoclingDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What other programs read: each form is valid by its schema for any document. */
class PublishedFormsTest {
  private final JsonSchema canonical;
  private final JsonSchema docling;

  PublishedFormsTest() throws IOException {
    canonical = Schemas.of(CanonicalJson.class, "canonical.schema.json");
    docling = Schemas.of(Schemas.class, "/schemas/docling/DoclingDocument.schema.json");
  }

  @Provide
  Arbitrary<List<Block>> blocks() {
    return Blocks.lists();
  }

  @Property(tries = 200)
  void canonicalJsonFitsItsSchema(@ForAll("blocks") List<Block> blocks) throws IOException {
    String json = Renderer.JSON.render(CanonicalBuilderLawsTest.build(blocks));
    assertThat(Schemas.problems(canonical, json)).isEmpty();
  }

  @Property(tries = 200)
  void doclingJsonFitsThePublishedSchemaAndPointsToItself(@ForAll("blocks") List<Block> blocks)
      throws IOException {
    CanonicalDocument document = CanonicalBuilderLawsTest.build(blocks);
    String json = Renderer.DOCLING.render(document);
    assertThat(Schemas.problems(docling, json)).isEmpty();
    JsonNode tree = Schemas.tree(json);
    Set<String> reached = new HashSet<>();
    requireChildren(tree, tree.get("body"), reached);
    for (String list : List.of("groups", "texts", "pictures", "tables")) {
      for (JsonNode item : tree.get(list)) {
        assertThat(reached).contains(item.get("self_ref").textValue());
        item.path("prov").forEach(place -> assertThat(hasPage(tree, place)).isTrue());
      }
    }
  }

  /** Every child knows its parent, and no item has two. */
  private static void requireChildren(JsonNode tree, JsonNode parent, Set<String> reached) {
    for (JsonNode child : parent.get("children")) {
      String pointer = child.get("$ref").textValue();
      assertThat(reached.add(pointer)).isTrue();
      JsonNode item = tree.at(pointer.substring(1));
      assertThat(item.at("/parent/$ref")).isEqualTo(parent.get("self_ref"));
      requireChildren(tree, item, reached);
    }
    parent.path("captions").forEach(it -> assertThat(reached).contains(it.get("$ref").textValue()));
  }

  private static boolean hasPage(JsonNode tree, JsonNode place) {
    return tree.get("pages").has(place.get("page_no").asText());
  }

  @Property(tries = 100)
  void theDoclingLibraryReadsWhatWeWrite(@ForAll("blocks") List<Block> blocks) throws IOException {
    CanonicalDocument document = CanonicalBuilderLawsTest.build(blocks);
    DoclingDocument read =
        Schemas.JSON.readValue(Renderer.DOCLING.render(document), DoclingDocument.class);
    assertThat(read.getTables()).hasSize(kinds(document, ElementKind.TABLE));
    assertThat(read.getPictures()).hasSize(kinds(document, ElementKind.FIGURE));
  }

  private static int kinds(CanonicalDocument document, String kind) {
    return Stats.of(document).elements().getOrDefault(kind, 0);
  }

  @Example
  void aSchemaNoticesWhatDoesNotFit() throws IOException {
    CanonicalDocument document =
        CanonicalBuilderLawsTest.build(List.of(Block.heading(1, "Title", List.of())));
    String json = Renderer.JSON.render(document);
    assertThat(Schemas.problems(canonical, json.replace("\"level\" : 1", "\"level\" : 10")))
        .isNotEmpty();
    assertThat(Schemas.problems(canonical, json.replace("\"quality\"", "\"goodness\"")))
        .isNotEmpty();
    assertThat(
            Schemas.problems(
                docling, Renderer.DOCLING.render(document).replace("section_header", "chapter")))
        .isNotEmpty();
  }

  @Example
  void doclingTellsListsCaptionsPagesAndLinks() throws IOException {
    List<Region> place = List.of(new Region(1, new Box(10, 20, 30, 40)));
    JsonNode tree =
        Schemas.tree(
            Renderer.DOCLING.render(
                CanonicalBuilderLawsTest.build(
                    List.of(
                        new Block.Page(new PageSize(1, 595, 842)),
                        Block.heading(2, "Terms", place),
                        Block.listItem(0, "1.", "outer", place),
                        Block.listItem(1, "a)", "inner", place),
                        Block.figure("Figure 1", place),
                        Block.paragraph("See here", place),
                        Block.link("See here", "https://example.org/a", place),
                        Block.paragraph("Run this", place),
                        Block.link("Run this", "javascript:alert(1)", place),
                        Block.code("sh", "ls")))));
    assertThat(tree.at("/pages/1/size/height").asInt()).isEqualTo(842);
    assertThat(tree.at("/texts/0/level").asInt()).isEqualTo(2);
    assertThat(tree.at("/texts/0/prov/0/bbox/t").asInt()).isEqualTo(20);
    assertThat(tree.at("/texts/1/parent/$ref").asText()).isEqualTo("#/groups/0");
    assertThat(tree.at("/texts/2/parent/$ref").asText()).isEqualTo("#/groups/1");
    assertThat(tree.at("/groups/1/parent/$ref").asText()).isEqualTo("#/texts/1");
    assertThat(tree.at("/pictures/0/captions/0/$ref").asText()).isEqualTo("#/texts/3");
    assertThat(tree.at("/texts/4/hyperlink").asText()).isEqualTo("https://example.org/a");
    assertThat(tree.at("/texts/5").has("hyperlink")).isFalse();
    assertThat(tree.at("/texts/6/code_language").asText()).isEqualTo("Bash");
  }

  @Example
  void unstructuredTellsParentsPlacesAndTables() throws IOException {
    List<Region> place = List.of(new Region(2, new Box(10, 20, 30, 40)));
    CanonicalDocument document =
        CanonicalBuilderLawsTest.build(
            List.of(
                new Block.Page(new PageSize(2, 595, 842)),
                Block.heading(1, "Prices", place),
                Block.paragraph("Net & gross <b>", place),
                new Block.Table(
                    1,
                    1,
                    List.of(Block.Cell.of(0, 0, "a<b")),
                    dev.frostbyte.api.model.UntrustedText.EMPTY,
                    place)));
    JsonNode list = Schemas.tree(Renderer.UNSTRUCTURED.render(document));
    assertThat(list.at("/0/type").asText()).isEqualTo("Title");
    assertThat(list.at("/1/metadata/parent_id")).isEqualTo(list.at("/0/element_id"));
    assertThat(list.at("/1/text").asText()).isEqualTo("Net & gross <b>");
    assertThat(list.at("/1/metadata/page_number").asInt()).isEqualTo(2);
    assertThat(list.at("/1/metadata/coordinates/points/2/1").asInt()).isEqualTo(40);
    assertThat(list.at("/1/metadata/coordinates/layout_width").asInt()).isEqualTo(595);
    assertThat(list.at("/2/metadata/text_as_html").asText()).contains("<th>a&lt;b</th>");
  }

  @Property(tries = 100)
  void nothingOfADocumentBecomesMarkupInHtml(@ForAll("blocks") List<Block> blocks)
      throws IOException {
    CanonicalDocument document = CanonicalBuilderLawsTest.build(blocks);
    assertThat(Renderer.HTML.render(document)).doesNotContain("<b>");
  }

  @Example
  void htmlPutsADeeperListIntoTheItemBeforeIt() throws IOException {
    String html =
        HtmlRenderer.body(
            CanonicalBuilderLawsTest.build(
                List.of(
                    Block.listItem(0, "", "one", List.of()),
                    Block.listItem(1, "", "inner", List.of()),
                    Block.listItem(0, "", "two", List.of()),
                    Block.paragraph("end", List.of()))));
    assertThat(html.replace("\n", ""))
        .isEqualTo("<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul><p>end</p>");
  }
}
