package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.UntrustedText;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.xml.sax.InputSource;

/** What other programs find as links in what we write are the harmless links of the document. */
class LinksReadBackTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final String[] PARTS = {
    "word",
    "[",
    "]",
    "(",
    ")",
    "](",
    "](http://evil.example)",
    "!",
    "![",
    "`",
    "``",
    "\\",
    "\\\\",
    "<",
    ">",
    "<http://evil.example>",
    "<a href='x'>",
    "&amp;",
    "\"",
    "'",
    " ",
    "|",
    "^1",
    ":",
    "]:",
    "- ",
    "# ",
    "1. ",
    "onclick=x"
  };
  private static final String[] TARGETS = {
    "http://e.example",
    "HTTPS://e.example/a_b*c?d=1&copy;=2#f",
    "mailto:a@e.example",
    "#part",
    "http://e.example/)\"><script>",
    "http://e.example/ a|b\\",
    "http://e.example/'onclick='x",
    "http://e.example/\u00fc\u202e]",
    "http://e.example/a(b)",
    "javascript:alert(1)",
    "JavaScript:x",
    "java\tscript:x",
    "data:text/html,x",
    "file:///etc/x",
    "vbscript:x",
    "//e.example",
    "a.html",
    " javascript:x",
    "",
    "http:",
    "#"
  };

  /** A block with a link in it. */
  record Linked(int kind, String before, String label, String after, String target) {
    private List<Block> blocks() {
      String text = before + label + after;
      Block block =
          switch (kind) {
            case 0 -> Block.paragraph(text);
            case 1 -> Block.heading(2, text);
            case 2 -> Block.listItem(0, "-", text, List.of());
            case 3 -> Block.figure(text, List.of());
            default ->
                new Block.Table(
                    1, 1, List.of(Block.Cell.of(0, 0, text)), UntrustedText.EMPTY, List.of());
          };
      return List.of(block, Block.link(label, target, List.of()));
    }

    private CanonicalDocument document() throws IOException {
      return CanonicalBuilderLawsTest.build(blocks());
    }
  }

  @Property(tries = 3_000)
  void markdownHoldsTheseLinksAndNoOthers(@ForAll("linked") Linked linked) throws IOException {
    CanonicalDocument document = linked.document();
    String markdown = Renderer.MARKDOWN.render(document);
    assertThat(inMarkdown(markdown)).as(markdown).isEqualTo(expected(document, linked));
  }

  @Property(tries = 2_000)
  void htmlHoldsTheseLinksAndNoOthers(@ForAll("linked") Linked linked) throws Exception {
    CanonicalDocument document = linked.document();
    String html = HtmlRenderer.body(document);
    assertThat(inHtml(html)).as(html).isEqualTo(expected(document, linked));
  }

  @Property(tries = 500)
  void unstructuredTellsThemByPlace(@ForAll("linked") Linked linked) throws IOException {
    CanonicalDocument document = linked.document();
    for (JsonNode element : Schemas.tree(Renderer.UNSTRUCTURED.render(document))) {
      List<String> links = new ArrayList<>();
      JsonNode about = element.get("metadata");
      for (int i = 0; i < about.path("link_urls").size(); i++) {
        String label = about.at("/link_texts/" + i).asText();
        int start = about.at("/link_start_indexes/" + i).asInt();
        CodePoints text = CodePoints.of(element.get("text").asText());
        assertThat(text.slice(start, start + CodePoints.of(label).length())).isEqualTo(label);
        links.add(link(label, about.at("/link_urls/" + i).asText()));
      }
      assertThat(links).isEqualTo(expected(document, linked));
    }
  }

  @Property(tries = 500)
  void doclingTellsThemForRunningText(@ForAll("linked") Linked linked) throws IOException {
    CanonicalDocument document =
        new Linked(0, linked.before, linked.label, linked.after, linked.target).document();
    JsonNode tree = Schemas.tree(Renderer.DOCLING.render(document));
    List<String> links = new ArrayList<>();
    for (JsonNode text : tree.get("texts")) {
      if (text.has("hyperlink")) {
        links.add(link(text.get("text").asText(), text.get("hyperlink").asText()));
      }
    }
    assertThat(links).isEqualTo(expected(document, linked));
  }

  @Example
  void theReadersSeeWhatEscapesAndSchemesWouldLetThrough() throws Exception {
    assertThat(inMarkdown("a [b](javascript:x) ![c](http://d)")).hasSize(2);
    assertThat(inMarkdown("`a [b](http://c) d`")).isEmpty();
    assertThat(inHtml("<p><a href=\"x\" onclick=\"y\">z</a></p>")).containsExactly("onclick");
    assertThat(LinkTarget.of("javascript:alert(1)")).isEmpty();
    assertThat(LinkTarget.of("https://e.example/a b")).contains("https://e.example/a%20b");
    assertThat(LinkTarget.of("https://e.example\\@other.example/")).isEmpty();
    assertThat(LinkTarget.of("https://e.example@other.example/")).isEmpty();
    assertThat(LinkTarget.of("https://e.example/me@home")).contains("https://e.example/me@home");
  }

  @Example
  void aLinkThatShowsWhereItLeadsIsAnAutolink() throws IOException {
    assertThat(
            Renderer.MARKDOWN.render(
                new Linked(0, "At ", "http://e.example", ".", "http://e.example").document()))
        .isEqualTo("At <http://e.example>.\n");
  }

  @Example
  void aLinkOnALinkIsToldOnce() throws IOException {
    CanonicalDocument document =
        CanonicalBuilderLawsTest.build(
            List.of(
                Block.paragraph("See the terms of use here."),
                Block.link("terms of use", "https://e.example/1", List.of()),
                Block.link("", "https://e.example/2", List.of())));
    assertThat(Renderer.MARKDOWN.render(document))
        .isEqualTo("See the [terms of use](https://e.example/1) here.\n");
  }

  @Provide
  Arbitrary<Linked> linked() {
    Arbitrary<String> texts =
        Arbitraries.of(PARTS).list().ofMaxSize(6).map(parts -> String.join("", parts));
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            texts,
            Arbitraries.oneOf(
                texts.map(text -> "w" + text + "w"),
                Arbitraries.of("http://e.example", "a@e.example", "mailto:a@e.example", "#part")),
            texts,
            Arbitraries.of(TARGETS))
        .as(Linked::new);
  }

  private static List<String> expected(CanonicalDocument document, Linked linked) {
    boolean harmless =
        linked.target.matches("(?is)(https?://.+|mailto:.+|#.+)") && !document.links().isEmpty();
    if (!harmless) {
      return List.of();
    }
    CodePoints text = CodePoints.of(document.original().value());
    var span = document.links().getFirst().span();
    return List.of(link(text.slice(span.start(), span.end()), linked.target));
  }

  private static String link(String label, String target) {
    return words(label) + " -> " + URLDecoder.decode(target, StandardCharsets.UTF_8).strip();
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static List<String> inMarkdown(String markdown) {
    List<String> links = new ArrayList<>();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link(text(link), link.getDestination()));
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                links.add("image " + image.getDestination());
              }

              @Override
              public void visit(HtmlInline html) {
                links.add("html " + html.getLiteral());
              }

              @Override
              public void visit(HtmlBlock html) {
                links.add("html " + html.getLiteral());
              }
            });
    return links;
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      text.append(
          switch (child) {
            case Text words -> words.getLiteral();
            case Code words -> words.getLiteral();
            default -> text(child);
          });
    }
    return text.toString();
  }

  /** Links, and the names of all attributes that are not ours. */
  private static List<String> inHtml(String html) throws Exception {
    var page =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader("<x>" + html + "</x>")));
    List<String> found = new ArrayList<>();
    var all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      var attributes = all.item(i).getAttributes();
      for (int j = 0; j < attributes.getLength(); j++) {
        String name = attributes.item(j).getNodeName();
        if (name.startsWith("on") || name.equals("style") || name.equals("src")) {
          found.add(name);
        }
      }
      if (all.item(i).getNodeName().equals("a") && attributes.getNamedItem("onclick") == null) {
        found.add(
            link(all.item(i).getTextContent(), attributes.getNamedItem("href").getNodeValue()));
      }
    }
    return found;
  }
}
