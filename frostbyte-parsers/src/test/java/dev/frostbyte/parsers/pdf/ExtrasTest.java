package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;

class ExtrasTest {
  @Test
  void takesPropertiesForMetadata() {
    List<Block> blocks =
        changed(
            document -> {
              document.getDocumentInformation().setTitle("A title nobody sees");
              document.getDocumentInformation().setCustomMetadataValue("Odd", "An odd property");
            });
    assertThat(Pdf.hidden(blocks, HiddenChannel.METADATA))
        .containsExactly("An odd property", "A title nobody sees");
    assertThat(Pdf.seen(blocks)).doesNotContain("nobody sees");
  }

  @Test
  void readsWhateverXmpSaysInWords() {
    String packet =
        "<x xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Named inside</dc:title><y>not"
            + " this</y></x>";
    List<Block> blocks =
        changed(
            document -> {
              PDMetadata metadata = new PDMetadata(document);
              metadata.importXMPMetadata(packet.getBytes(StandardCharsets.UTF_8));
              document.getDocumentCatalog().setMetadata(metadata);
            });
    assertThat(Pdf.hidden(blocks, HiddenChannel.METADATA))
        .containsExactly("Named inside", "not this");
  }

  @Test
  void saysThatXmpIsUnreadable() {
    List<Block> blocks =
        changed(
            document -> {
              PDMetadata metadata = new PDMetadata(document);
              metadata.importXMPMetadata("<x".getBytes(StandardCharsets.UTF_8));
              document.getDocumentCatalog().setMetadata(metadata);
            });
    assertThat(dropped(blocks)).containsExactly("xmp");
  }

  @Test
  void namesScriptsAndLaunches() {
    PDActionLaunch launch = new PDActionLaunch();
    List<Block> blocks =
        changed(
            document -> {
              PDActionJavaScript script = new PDActionJavaScript("app.alert('x')");
              script.getCOSObject().setItem(COSName.NEXT, launch.getCOSObject());
              launch.getCOSObject().setItem(COSName.NEXT, script.getCOSObject());
              document.getDocumentCatalog().setOpenAction(script);
            });
    assertThat(dropped(blocks)).containsExactly("javascript", "launch-action");
    assertThat(blocks.toString()).doesNotContain("app.alert");
  }

  @Test
  void namesAttachmentsAndDynamicForms() {
    List<Block> blocks =
        changed(
            document -> {
              PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
              tree.setNames(Map.of("a.bin", new PDComplexFileSpecification()));
              PDDocumentNameDictionary names =
                  new PDDocumentNameDictionary(document.getDocumentCatalog());
              names.setEmbeddedFiles(tree);
              document.getDocumentCatalog().setNames(names);
              PDAcroForm form = new PDAcroForm(document);
              form.getCOSObject().setItem(COSName.XFA, new COSString("<xdp/>"));
              document.getDocumentCatalog().setAcroForm(form);
            });
    assertThat(dropped(blocks)).containsExactly("xfa-form", "attachment");
  }

  @Test
  void takesTheDepthOfHeadingsFromBookmarksThoughTheyRunInACircle() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.document(
                document -> {
                  Pdf.draw(
                      document,
                      new PDPage(),
                      page -> {
                        Pdf.text(page, 60, 700, "Named by a bookmark");
                        Pdf.text(page, 60, 650, "Running text of the page follows here.");
                      });
                  PDDocumentOutline outline = new PDDocumentOutline();
                  PDOutlineItem chapter = item("Chapter");
                  PDOutlineItem section = item("Named by a Bookmark");
                  outline.addLast(chapter);
                  chapter.addLast(section);
                  COSDictionary loop = section.getCOSObject();
                  loop.setItem(COSName.NEXT, chapter.getCOSObject());
                  document.getDocumentCatalog().setDocumentOutline(outline);
                }));
    assertThat(Pdf.all(blocks, Block.Heading.class))
        .extracting(heading -> heading.level() + heading.text().value())
        .containsExactly("2Named by a bookmark");
  }

  private static PDOutlineItem item(String title) {
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    return item;
  }

  private static List<String> dropped(List<Block> blocks) {
    return Pdf.all(blocks, Block.Dropped.class).stream().map(Block.Dropped::kind).toList();
  }

  private static List<Block> changed(Pdf.Change change) {
    return Pdf.blocks(
        Pdf.document(
            document -> {
              Pdf.draw(document, new PDPage(), page -> Pdf.text(page, 60, 700, "A line"));
              change.of(document);
            }));
  }
}
