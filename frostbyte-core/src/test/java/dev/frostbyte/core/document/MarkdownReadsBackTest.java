package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What another program reads in our Markdown is what the document holds, block by block. */
class MarkdownReadsBackTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  @Property(tries = 1_000)
  void everyBlockIsReadBackAsWhatItIs(@ForAll("blocks") List<Block> blocks)
      throws BudgetReachedException {
    String markdown = Renderer.MARKDOWN.render(CanonicalBuilderLawsTest.build(blocks));
    assertThat(read(markdown)).as(markdown).isEqualTo(expected(blocks));
  }

  @Example
  void theReaderSeesWhatAnUnescapedTextWouldBecome() {
    assertThat(read("a\n---\n")).isNotEqualTo(read("a\n\\---\n"));
    assertThat(read("- a\n\n    code\n")).isEqualTo(List.of("item 0 a", "p code"));
    assertThat(read("- a\n\n      code\n")).isEqualTo(List.of("item 0 a", "code code"));
  }

  @Provide
  Arbitrary<List<Block>> blocks() {
    return Arbitraries.oneOf(
            texts().map(Block::paragraph),
            Combinators.combine(Arbitraries.integers().between(1, 6), texts())
                .as((level, text) -> Block.heading(level, text)),
            Combinators.combine(
                    Arbitraries.integers().between(0, 3),
                    Arbitraries.of("-", "\u2022", "1.", "9)", "1234567.", "a)", "IV."),
                    texts())
                .as((depth, marker, text) -> Block.listItem(depth, marker, text, List.of())),
            code().map(code -> Block.preformatted(code, List.of())),
            code().map(code -> Block.code("java", code)),
            texts().map(text -> Block.footnote("1", text, List.of())))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of(
            "word", "#", "##", "-", "+ ", "* ", "* * *", "_ _ _", "---", "===", "=", "> ", "```",
            "~~~", "1. ", "2) ", "| a |", "| --- |", ":-:", "<b>", "<!--", "\n", "\n\n", "     ",
            "\t", " ", "12", ".", "a | b", "-\tx")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> String.join("", parts))
        .filter(text -> text.contains("word"));
  }

  private static Arbitrary<String> code() {
    return Arbitraries.of("word", "\n", "\n\n", "  ", "# x", "- y", "```", "````", "<b>", "1. z")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts))
        .filter(text -> text.contains("word"));
  }

  private static List<String> expected(List<Block> blocks) {
    List<String> expected = new ArrayList<>();
    int deepest = -1;
    for (Block block : blocks) {
      switch (block) {
        case Block.ListItem item -> {
          deepest = Math.min(item.depth(), deepest + 1);
          String marker =
              item.marker().value().matches("a\\)|IV.") ? item.marker().value() + " " : "";
          expected.add("item " + deepest + " " + words(marker + item.text().value()));
        }
        case Block.Heading heading -> {
          expected.add("h" + heading.level() + " " + words(heading.text().value()));
          deepest = -1;
        }
        case Block.Footnote note -> {
          expected.add("p " + words("1 " + note.text().value()));
          deepest = -1;
        }
        case Block.Preformatted code -> code(code, expected);
        default -> {
          expected.add("p " + words(((Block.Paragraph) block).text().value()));
          deepest = -1;
        }
      }
    }
    return expected;
  }

  /** Code after code is one block, but for that of a language. */
  private static void code(Block.Preformatted block, List<String> expected) {
    String code = words(block.text().value());
    String kind = block.language().isBlank() ? "code " : "java ";
    boolean more = !expected.isEmpty() && expected.getLast().startsWith("code ");
    expected.add(more && kind.equals("code ") ? expected.removeLast() + " " + code : kind + code);
  }

  private static List<String> read(String markdown) {
    List<String> blocks = new ArrayList<>();
    walk(PARSER.parse(markdown), blocks, -1);
    return blocks;
  }

  private static void walk(Node parent, List<String> blocks, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case ListBlock list -> walk(list, blocks, depth + 1);
        case ListItem item -> walk(item, blocks, depth);
        case Heading heading -> blocks.add("h" + heading.getLevel() + " " + words(text(heading)));
        case IndentedCodeBlock code -> blocks.add("code " + words(code.getLiteral()));
        case FencedCodeBlock code -> blocks.add(code.getInfo() + " " + words(code.getLiteral()));
        case Paragraph paragraph -> {
          boolean first = parent instanceof ListItem && paragraph.getPrevious() == null;
          blocks.add((first ? "item " + depth : "p") + " " + words(text(paragraph)));
        }
        default -> blocks.add(node.getClass().getSimpleName());
      }
    }
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      text.append(
          switch (child) {
            case Text words -> words.getLiteral();
            case Code words -> words.getLiteral();
            case SoftLineBreak end -> " ";
            default -> text(child);
          });
    }
    return text.toString();
  }

  /** Emphasis and inline code are left as they stand: marks may be gone, entities stay in code. */
  private static String words(String text) {
    return text.replace("&lt;", "<").replaceAll("[*_`~]", "").replaceAll("\\s+", " ").strip();
  }
}
