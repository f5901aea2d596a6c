package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

class TaggedTest {
  private static final String[] ROLES = {"P", "H2", "LI", "TD", "TH"};

  @Test
  void takesRolesAndOrderFromTheTree() {
    List<Block> blocks = Pdf.blocks(tagged(ROLES.length));
    assertThat(Pdf.seen(blocks))
        .isEqualTo(
            "## Text of H2\n\n- Text of LI\n\nText of P\n\n"
                + "<table><tr><td>Text of TH</td><td>Text of TD</td></tr></table>\n\n");
  }

  @Test
  void distrustsATreeThatHoldsLittleOfTheText() {
    List<Block> blocks = Pdf.blocks(tagged(1));
    assertThat(Pdf.all(blocks, Block.Heading.class)).isEmpty();
    assertThat(Pdf.seen(blocks)).contains("Text of H2").contains("Text of TD");
  }

  @Test
  void readsByTheTreeWhereTheRestIsDeclaredToBeNoContent() {
    List<Block> blocks = Pdf.blocks(withFooter(true));
    assertThat(Pdf.all(blocks, Block.Heading.class)).hasSize(1);
    assertThat(Pdf.all(blocks, Block.Furniture.class))
        .extracting(furniture -> furniture.text().value())
        .containsExactly("A footer longer than a tenth of the text");
  }

  @Test
  void distrustsATreeBesideTextThatNobodyDeclared() {
    assertThat(Pdf.all(Pdf.blocks(withFooter(false)), Block.Furniture.class)).isEmpty();
  }

  @Test
  void readsAPageThatIsNearlyAllDeclaredToBeNoContent() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.document(
                document -> {
                  PDPage page = new PDPage();
                  Pdf.draw(
                      document,
                      page,
                      content -> {
                        marked(content, 0);
                        Pdf.text(content, 60, 600, "P");
                        content.endMarkedContent();
                        artifact(content, "Text that is content although it says it is none");
                      });
                  PDStructureTreeRoot root = new PDStructureTreeRoot();
                  document.getDocumentCatalog().setStructureTreeRoot(root);
                  leaf(root, page, 0);
                }));
    assertThat(Pdf.seen(blocks)).contains("Text that is content");
  }

  @Test
  void keepsMarkedContentOfFormsApartFromThatOfTheirPage() {
    List<Block> blocks = Pdf.blocks(Pdf.document(TaggedTest::formed));
    assertThat(Pdf.seen(blocks)).isEqualTo("# Title in the form\n\nText on the page\n\n");
  }

  /** Page and form both begin to count at 0. */
  private static void formed(PDDocument document) throws IOException {
    PDPage page = new PDPage();
    PDFormXObject form = new PDFormXObject(document);
    form.setBBox(page.getMediaBox());
    form.setResources(new PDResources());
    COSName font = form.getResources().add(new PDType1Font(Pdf.PLAIN));
    String content = "/H1 <</MCID 0>> BDC BT /%s 11 Tf 60 600 Td (Title in the form) Tj ET EMC";
    try (var out = form.getContentStream().createOutputStream()) {
      out.write(String.format(content, font.getName()).getBytes(StandardCharsets.US_ASCII));
    }
    Pdf.draw(
        document,
        page,
        it -> {
          marked(it, 0);
          Pdf.text(it, 60, 700, "Text on the page");
          it.endMarkedContent();
          it.drawForm(form);
        });
    PDStructureTreeRoot root = new PDStructureTreeRoot();
    document.getDocumentCatalog().setStructureTreeRoot(root);
    PDStructureElement title = new PDStructureElement("H1", root);
    root.appendKid(title);
    COSDictionary reference = new COSDictionary();
    reference.setName(COSName.TYPE, "MCR");
    reference.setItem(COSName.PG, page);
    reference.setItem(COSName.getPDFName("Stm"), form);
    reference.setInt(COSName.MCID, 0);
    title.getCOSObject().setItem(COSName.K, reference);
    leaf(root, page, 0);
  }

  private static byte[] withFooter(boolean declared) {
    return Pdf.document(
        document -> {
          PDPage page = new PDPage();
          Pdf.draw(
              document,
              page,
              content -> {
                for (int i = 0; i < ROLES.length; i++) {
                  marked(content, i);
                  Pdf.text(content, 60, 500 - 40 * i, "Text of " + ROLES[i]);
                  content.endMarkedContent();
                }
                String footer = "A footer longer than a tenth of the text";
                if (declared) {
                  artifact(content, footer);
                } else {
                  Pdf.text(content, 60, 20, footer);
                }
              });
          tree(document, page);
        });
  }

  private static void marked(PDPageContentStream content, int number) throws IOException {
    COSDictionary mark = new COSDictionary();
    mark.setInt(COSName.MCID, number);
    content.beginMarkedContent(COSName.P, PDPropertyList.create(mark));
  }

  private static void artifact(PDPageContentStream content, String text) throws IOException {
    content.beginMarkedContent(COSName.ARTIFACT);
    Pdf.text(content, 60, 20, text);
    content.endMarkedContent();
  }

  /** A page whose first pieces of text are marked; the tree names them in another order. */
  static byte[] tagged(int marked) {
    return Pdf.document(
        document -> {
          PDPage page = new PDPage();
          Pdf.draw(
              document,
              page,
              content -> {
                for (int i = 0; i < ROLES.length; i++) {
                  COSDictionary mark = new COSDictionary();
                  mark.setInt(COSName.MCID, i);
                  if (i < marked) {
                    content.beginMarkedContent(
                        COSName.P,
                        org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList
                            .create(mark));
                  }
                  Pdf.text(content, 60, 500 - 40 * i, "Text of " + ROLES[i]);
                  if (i < marked) {
                    content.endMarkedContent();
                  }
                }
              });
          tree(document, page);
        });
  }

  private static void tree(PDDocument document, PDPage page) {
    PDStructureTreeRoot root = new PDStructureTreeRoot();
    document.getDocumentCatalog().setStructureTreeRoot(root);
    leaf(root, page, 1);
    leaf(root, page, 2);
    leaf(root, page, 0);
    PDStructureElement table = new PDStructureElement("Table", root);
    root.appendKid(table);
    PDStructureElement row = new PDStructureElement("TR", table);
    table.appendKid(row);
    leaf(row, page, 4);
    leaf(row, page, 3);
  }

  private static void leaf(
      org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode parent,
      PDPage page,
      int mark) {
    PDStructureElement element = new PDStructureElement(ROLES[mark], parent);
    element.setPage(page);
    element.appendKid(mark);
    parent.appendKid(element);
  }
}
