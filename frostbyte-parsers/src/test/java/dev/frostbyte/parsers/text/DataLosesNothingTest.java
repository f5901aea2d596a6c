package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Every text, attribute and name of a random tree of XML or JSON is in what is read of it, and
 * every value stands under the heading of its owner.
 */
class DataLosesNothingTest {
  private static final int DEEPEST = 4;

  @Property(tries = 1_000)
  void everyWordOfXmlIsRead(@ForAll long seed) throws IOException {
    Tree tree = new Tree(seed);
    String xml = "<root>" + tree.elements(0) + "</root>";
    assertThat(lost(xml, new XmlParserProvider(), tree)).as(xml).isEmpty();
  }

  @Property(tries = 1_000)
  void everyWordOfJsonIsRead(@ForAll long seed) throws IOException {
    Tree tree = new Tree(seed);
    String json = tree.json(0);
    assertThat(lost(json, new JsonParserProvider(), tree)).as(json).isEmpty();
  }

  @Property(tries = 1_000)
  void everyValueOfXmlStandsUnderItsOwner(@ForAll long seed) throws IOException {
    Tree tree = new Tree(seed);
    String xml = "<root>" + tree.owned("root", 0) + "</root>";
    assertThat(strays(read(xml, new XmlParserProvider()))).as(xml).isEmpty();
  }

  @Property(tries = 1_000)
  void everyValueOfJsonStandsUnderItsOwner(@ForAll long seed) throws IOException {
    Tree tree = new Tree(seed);
    String json = "{\"root\":{" + tree.ownedJson("root", 0) + "}}";
    assertThat(strays(read(json, new JsonParserProvider()))).as(json).isEmpty();
  }

  @Example
  void theChecksSeeALossAndAStray() throws IOException {
    Tree tree = new Tree(1);
    tree.words.add("w9x");
    assertThat(lost("<root><a>w1x</a></root>", new XmlParserProvider(), tree)).contains("w9x");
    assertThat(strays(List.of(Block.heading(1, "a"), Block.paragraph("v: of-b-"))))
        .containsExactly("of-b- under a");
  }

  private static List<String> lost(String text, ParserProvider provider, Tree tree)
      throws IOException {
    String all = String.join("\n", read(text, provider).stream().map(Shown::of).toList());
    return tree.words.stream().filter(word -> !all.contains(word)).toList();
  }

  /** Values, which name their owner, under the heading of another. */
  private static List<String> strays(List<Block> blocks) {
    List<String> strays = new ArrayList<>();
    String heading = "";
    for (Block block : blocks) {
      if (block instanceof Block.Heading named) {
        heading = named.text().value();
      }
      for (String word : Shown.of(block).split("[^a-z0-9-]+")) {
        if (word.startsWith("of-") && !word.equals("of-" + heading + "-")) {
          strays.add(word + " under " + heading);
        }
      }
    }
    return strays;
  }

  private static List<Block> read(String text, ParserProvider provider) throws IOException {
    Recording recording = new Recording();
    DocumentSource source = DocumentSource.of(text.getBytes(StandardCharsets.UTF_8));
    assertThat(
            provider
                .open(StageConfig.none())
                .parse(source, new MediaType("text/x"), ParseLimits.DEFAULT, recording))
        .isInstanceOf(ParseResult.Complete.class);
    return recording.blocks();
  }

  /** What a reader sees of a block. */
  private static final class Shown {
    static String of(Block block) {
      return switch (block) {
        case Block.Heading heading -> heading.text().value();
        case Block.Paragraph paragraph -> paragraph.text().value();
        case Block.ListItem item -> item.text().value();
        case Block.Table table ->
            table.caption().value()
                + String.join(
                    "\n", table.cells().stream().map(cell -> cell.text().value()).toList());
        default -> "";
      };
    }
  }

  /** Random trees of words that occur once. */
  private static final class Tree {
    private final Random random;
    private final List<String> words = new ArrayList<>();
    private int number;

    Tree(long seed) {
      this.random = new Random(seed);
    }

    private String word() {
      words.add("w" + ++number + "x");
      return words.getLast();
    }

    private String figure() {
      words.add(String.valueOf(1_000_000 + ++number));
      return words.getLast();
    }

    private String some(String what) {
      return random.nextInt(3) == 0 ? what : "";
    }

    /** Elements of few names, so that they repeat; with attributes and text between them. */
    String elements(int depth) {
      StringBuilder xml = new StringBuilder();
      for (int i = random.nextInt(4); i > 0; i--) {
        String name = "abc".charAt(random.nextInt(3)) + "";
        xml.append(random.nextInt(4) == 0 ? word() : some(" "));
        xml.append('<').append(name);
        xml.append(random.nextBoolean() ? " a='" + word() + "'" : "");
        xml.append(random.nextInt(4) == 0 ? " d='" + word() + "'" : "").append('>');
        boolean leaf = depth == DEEPEST || random.nextBoolean();
        xml.append(leaf ? (random.nextInt(5) == 0 ? "" : word()) : elements(depth + 1));
        xml.append("</").append(name).append('>');
      }
      return xml.append(random.nextInt(6) == 0 ? word() : "").toString();
    }

    String json(int depth) {
      int kind = depth == DEEPEST ? 0 : random.nextInt(3);
      if (kind == 0) {
        return random.nextBoolean() ? '"' + word() + '"' : figure();
      }
      List<String> members = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        String name = random.nextBoolean() ? word() : "" + "abc".charAt(random.nextInt(3));
        members.add((kind == 1 ? "" : '"' + name + "\":") + json(depth + 1));
        words.removeIf(word -> kind == 1 && word.equals(name));
      }
      String all = String.join(",", members);
      return kind == 1 ? "[" + all + "]" : "{" + all + "}";
    }

    /** Values that name their owner, of few names, among containers. */
    String owned(String owner, int depth) {
      StringBuilder xml = new StringBuilder();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        boolean leaf = depth == DEEPEST || random.nextBoolean();
        String name = leaf ? "v" + random.nextInt(2) : "c" + ++number;
        String inside = leaf ? value(owner) : owned(name, depth + 1);
        xml.append(leaf && depth < DEEPEST ? some("text of-" + owner + "- ") : "");
        xml.append('<').append(name).append(leaf ? some(" k='of-" + owner + "-'") : "");
        xml.append('>').append(inside).append("</").append(name).append('>');
      }
      String last = "c" + ++number;
      return depth == DEEPEST
          ? xml.toString()
          : xml + "<" + last + "><v>of-" + last + "-</v></" + last + ">";
    }

    private String value(String owner) {
      return "of-" + owner + "-" + some(" <i>of-" + owner + "-</i> ");
    }

    String ownedJson(String owner, int depth) {
      List<String> members = new ArrayList<>();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        boolean leaf = depth == DEEPEST || random.nextBoolean();
        String name = (leaf ? "v" : "c") + ++number;
        String inside = leaf ? "\"of-" + owner + "-\"" : "{" + ownedJson(name, depth + 1) + "}";
        members.add('"' + name + "\":" + inside);
      }
      return String.join(",", members);
    }
  }
}
