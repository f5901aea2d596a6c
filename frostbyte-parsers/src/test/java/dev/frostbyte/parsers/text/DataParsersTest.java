package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DataParsersTest {
  private static final Block TABLE =
      new Block.Table(
          2,
          1,
          List.of(
              Block.Cell.of(0, 0, "name"),
              Block.Cell.of(0, 1, "price"),
              Block.Cell.of(1, 0, "pen"),
              Block.Cell.of(1, 1, "2.50"),
              Block.Cell.of(2, 0, "ink")),
          UntrustedText.EMPTY,
          List.of());

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Nested
  class Json extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new JsonParserProvider();
    }

    @Override
    protected MediaType type() {
      return new MediaType("application/json");
    }

    @Override
    protected List<byte[]> good() {
      return List.of(
          bytes(
              "{\"title\":\"A list\",\"items\":[{\"name\":\"pen\",\"price\":2.50},{\"name\":\"ink\"}],"
                  + "\"tags\":[\"a\",\"b\"],\"deep\":{\"x\":null,\"list\":[[1],{\"y\":{\"z\":true}}]}}"));
    }

    @Test
    void writesContainersAsHeadingsAndRecordsAsTables() throws IOException {
      assertThat(blocks(good().getFirst()))
          .containsExactly(
              Block.paragraph("title: A list", List.of()),
              Block.heading(1, "items", List.of()),
              TABLE,
              Block.heading(1, "tags", List.of()),
              Block.listItem(0, "-", "a", List.of()),
              Block.listItem(0, "-", "b", List.of()),
              Block.heading(1, "deep", List.of()),
              Block.paragraph("x: null", List.of()),
              Block.heading(2, "list", List.of()),
              Block.heading(3, "list 1", List.of()),
              Block.listItem(0, "-", "1", List.of()),
              Block.heading(3, "list 2", List.of()),
              Block.heading(4, "y", List.of()),
              Block.paragraph("z: true", List.of()));
    }

    @Test
    void putsPlainMembersBeforeContainersAndNamesItemsOfLists() throws IOException {
      assertThat(blocks(bytes("{\"order\":{\"lines\":{\"x\":1},\"id\":7},\"ok\":true}")))
          .containsExactly(
              Block.paragraph("ok: true", List.of()),
              Block.heading(1, "order", List.of()),
              Block.paragraph("id: 7", List.of()),
              Block.heading(2, "lines", List.of()),
              Block.paragraph("x: 1", List.of()));
      assertThat(blocks(bytes("[1,[2,[3]],4]")))
          .containsExactly(
              Block.listItem(0, "-", "1", List.of()),
              Block.heading(1, "item 2", List.of()),
              Block.listItem(0, "-", "2", List.of()),
              Block.heading(2, "item 2.2", List.of()),
              Block.listItem(0, "-", "3", List.of()),
              Block.heading(1, "item 3", List.of()),
              Block.paragraph("4", List.of()));
    }

    @Test
    void readsListsOfOneLengthAsATableWithoutNames() throws IOException {
      Block.Table table = (Block.Table) blocks(bytes("[[1,2],[3,null]]")).getFirst();
      assertThat(table.headerRows()).isZero();
      assertThat(table.cells())
          .containsExactly(
              Block.Cell.of(0, 0, "1"),
              Block.Cell.of(0, 1, "2"),
              Block.Cell.of(1, 0, "3"),
              Block.Cell.of(1, 1, "null"));
    }

    @Test
    void readsSeveralValuesAsAList() throws IOException {
      byte[] lines = bytes("{\"name\":\"pen\",\"price\":2.50}\n{\"name\":\"ink\"}\n");
      assertThat(blocks(lines)).containsExactly(TABLE);
    }

    @Test
    void refusesWhatIsNoJson() throws IOException {
      for (String wrong : new String[] {"{\"a\":1", "{'a':1}", "[1,]", "text", "// c\n1"}) {
        assertThat(parse(bytes(wrong), new Recording())).isInstanceOf(ParseResult.Refused.class);
      }
    }

    @Test
    void stopsAtTheDepthAllowed() {
      byte[] deep = bytes("[".repeat(100_000));
      assertThatThrownBy(() -> parse(deep, new Recording()))
          .isInstanceOf(BudgetReachedException.class);
    }
  }

  @Nested
  class Xml extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new XmlParserProvider();
    }

    @Override
    protected MediaType type() {
      return new MediaType("application/xml");
    }

    @Override
    protected List<byte[]> good() {
      return List.of(
          bytes(
              "<?xml version='1.0'?><order no='7'><!-- why --><item><name>pen</name>"
                  + "<price>2.50</price></item><item><name>ink</name></item>"
                  + "<note>Read <b>this</b> now</note><to><city>Köln</city></to></order>"));
    }

    @Test
    void writesElementsAsHeadingsRecordsAndProse() throws IOException {
      Block.Table named = (Block.Table) TABLE;
      assertThat(blocks(good().getFirst()))
          .containsExactly(
              Block.heading(1, "order", List.of()),
              Block.paragraph("no: 7", List.of()),
              Block.paragraph("note: Read this now", List.of()),
              new Block.Table(2, 1, named.cells(), UntrustedText.of("item"), List.of()),
              Block.heading(2, "to", List.of()),
              Block.paragraph("city: Köln", List.of()),
              Block.hidden(HiddenChannel.COMMENT, "why", List.of()));
    }

    @Test
    void keepsTheTextOfElementsWithAttributes() throws IOException {
      String prices =
          "<prices><price cur='EUR'>12.50</price><price cur='USD'>13.90</price>"
              + "<line><qty unit='C62'>5</qty></line><line><qty unit='C62'>7</qty></line>"
              + "<sum cur='EUR'>9</sum><say no='2'>One <b lang='en'>bold</b> word</say></prices>";
      List<Block> blocks = blocks(bytes(prices));
      assertThat(blocks)
          .contains(
              Block.paragraph("sum: 9 (cur: EUR)", List.of()),
              Block.paragraph("say: One bold word (no: 2, b lang: en)", List.of()));
      assertThat(blocks).filteredOn(Block.Table.class::isInstance).hasSize(2);
      assertThat(((Block.Table) blocks.get(3)).cells())
          .extracting(cell -> cell.text().value())
          .containsExactly("price", "cur", "12.50", "EUR", "13.90", "USD");
      assertThat(((Block.Table) blocks.get(4)).cells())
          .extracting(cell -> cell.text().value())
          .containsExactly("qty", "qty unit", "5", "C62", "7", "C62");
    }

    @Test
    void keepsTheOrderOfTextThatStandsBetweenContainers() throws IOException {
      String chapter = "<book><p>One</p><list><i>a</i><j>b</j></list><p>Two</p></book>";
      assertThat(blocks(bytes(chapter)))
          .containsExactly(
              Block.heading(1, "book", List.of()),
              Block.paragraph("p: One", List.of()),
              Block.heading(2, "list", List.of()),
              Block.paragraph("i: a\nj: b", List.of()),
              Block.heading(1, "book", List.of()),
              Block.paragraph("p: Two", List.of()));
    }

    @Test
    void readsTheEncodingTheFileDeclares() throws IOException {
      byte[] bytes =
          "<?xml version='1.0' encoding='windows-1251'?><a><b>Привет</b></a>"
              .getBytes(Charset.forName("windows-1251"));
      assertThat(blocks(bytes)).contains(Block.paragraph("b: Привет", List.of()));
    }

    @Test
    void neverReadsADtd() throws IOException {
      String bomb =
          "<!DOCTYPE a [<!ENTITY x 'boom'><!ENTITY y SYSTEM 'file:///etc/passwd'>]>"
              + "<a><b>before &x; &y; after</b></a>";
      List<Block> blocks = blocks(bytes(bomb));
      assertThat(blocks)
          .contains(
              new Block.Dropped("dtd", "NOT_READ", List.of()),
              new Block.Dropped("entity", "DTD_NOT_READ", List.of()));
      assertThat(blocks.toString()).doesNotContain("boom", "root:");
    }

    /** Elements with an attribute and a text are rows of two columns. */
    @Test
    void keepsTheTextOfElementsThatHaveAttributesToo() throws IOException {
      List<Block> blocks =
          blocks(bytes("<a><says lang='de'>Wort</says><says lang='en'>word</says></a>"));
      List<Block.Cell> cells =
          List.of(
              Block.Cell.of(0, 0, "says"),
              Block.Cell.of(0, 1, "lang"),
              Block.Cell.of(1, 0, "Wort"),
              Block.Cell.of(1, 1, "de"),
              Block.Cell.of(2, 0, "word"),
              Block.Cell.of(2, 1, "en"));
      assertThat(blocks)
          .contains(new Block.Table(2, 1, cells, UntrustedText.of("says"), List.of()));
    }

    @Test
    void refusesWhatIsNoXmlAndStopsAtTheDepthAllowed() throws IOException {
      for (String wrong : new String[] {"<a>", "<a></b>", "text", "<a b=1/>"}) {
        assertThat(parse(bytes(wrong), new Recording())).isInstanceOf(ParseResult.Refused.class);
      }
      assertThatThrownBy(() -> parse(bytes("<a>".repeat(10_000)), new Recording()))
          .isInstanceOf(BudgetReachedException.class);
    }
  }

  @Nested
  class Tsv extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new CsvParserProvider();
    }

    @Override
    protected MediaType type() {
      return new MediaType("text/tab-separated-values");
    }

    @Override
    protected List<byte[]> good() {
      return List.of(bytes("name\tnote\npen\ta, b; c\n"), bytes("other;kinds\nof;it\n"));
    }

    @Test
    void dividesAtTabsEvenWhereCommasAreMore() throws IOException {
      assertThat(blocks(bytes("a,b,c\td,e,f\n1,2,3\t4,5,6\n")).toString()).contains("columns=2");
    }
  }
}
