package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Text of a PDF document beside its pages: replacement texts, annotations, properties. */
final class PdfExtras {
  private static final String DUBLIN = "xmlns:dc='http://purl.org/dc/elements/1.1/'";
  private static final String ADOBE = "xmlns:pdf='http://ns.adobe.com/pdf/1.3/'";

  private PdfExtras() {}

  /** Adds something to a draft. */
  private interface Addition {
    void to(PdfDraft draft) throws IOException;
  }

  static List<Channel> all() {
    return List.of(
        actualText(),
        Channel.of(
                "PDF",
                "annotation",
                HiddenChannel.COMMENT,
                "pdf",
                2,
                with(draft -> note(draft, "Text", COSName.CONTENTS, 0)),
                with(draft -> note(draft, "Highlight", COSName.CONTENTS, 4)),
                with(draft -> note(draft, "FreeText", COSName.CONTENTS, 2)),
                with(draft -> note(draft, "Popup", COSName.CONTENTS, 0)),
                with(draft -> note(draft, "Square", COSName.SUBJ, 4)),
                with(draft -> note(draft, "Text", COSName.T, 4)),
                with(PdfExtras::richNote),
                with(PdfExtras::hiddenField),
                with(PdfExtras::fieldTip))
            .or(HiddenChannel.MARKED_HIDDEN),
        properties(
            "info",
            draft -> info(draft, "Title"),
            draft -> info(draft, "Keywords"),
            draft -> info(draft, "Subject"),
            draft -> info(draft, "Note" + draft.random.nextInt(9))),
        properties(
            "XMP",
            draft -> xmp(draft, DUBLIN, "<dc:description>" + list(draft) + "</dc:description>"),
            draft -> xmp(draft, ADOBE, "<pdf:Keywords>" + secret(draft) + "</pdf:Keywords>"),
            draft -> xmp(draft, ADOBE + " pdf:Keywords='" + secret(draft) + "'", ""),
            draft ->
                xmp(draft, "xmlns:x='urn:some'", "<x:a><x:b>" + secret(draft) + "</x:b></x:a>")));
  }

  private static Channel actualText() {
    return Channel.of(
        "PDF",
        "ActualText",
        HiddenChannel.ALTERNATIVE,
        "pdf",
        2,
        with(draft -> marked(draft, "/Span <</ActualText (" + secret(draft) + ")>> BDC")),
        with(draft -> marked(draft, "/P <</ActualText <" + utf16(secret(draft)) + ">>> BDC")),
        with(PdfExtras::byProperties),
        with(draft -> element(draft, COSName.ACTUAL_TEXT, "Span")),
        with(draft -> element(draft, COSName.ALT, "Figure")));
  }

  private static Channel properties(String name, Addition... additions) {
    Channel.Way[] ways = Stream.of(additions).map(PdfExtras::with).toArray(Channel.Way[]::new);
    return Channel.of("PDF", name, HiddenChannel.METADATA, "pdf", 0, ways);
  }

  private static Channel.Way with(Addition addition) {
    return (marks, random) -> {
      PdfDraft draft = new PdfDraft(marks, random);
      addition.to(draft);
      return draft.bytes();
    };
  }

  private static String secret(PdfDraft draft) {
    return draft.marks.secret();
  }

  private static String list(PdfDraft draft) {
    return "<rdf:Alt><rdf:li xml:lang='x-default'>" + secret(draft) + "</rdf:li></rdf:Alt>";
  }

  private static String utf16(String text) {
    StringBuilder hex = new StringBuilder("FEFF");
    text.chars().forEach(c -> hex.append("%04X".formatted(c)));
    return hex.toString();
  }

  private static void marked(PdfDraft draft, String begin) throws IOException {
    String line = PdfDraft.text(12, 72, draft.between(100, 700), Marks.filler(draft.random));
    draft.nest(begin + " " + line + " EMC");
  }

  private static void byProperties(PdfDraft draft) throws IOException {
    COSDictionary list = new COSDictionary();
    list.setString(COSName.ACTUAL_TEXT, secret(draft));
    COSDictionary lists = new COSDictionary();
    lists.setItem(COSName.getPDFName("L"), list);
    draft.resources.getCOSObject().setItem(COSName.PROPERTIES, lists);
    marked(draft, "/Span /L BDC");
  }

  /** A tagged page, one of whose elements says what it stands for. */
  private static void element(PdfDraft draft, COSName key, String type) {
    String filler = Marks.filler(draft.random);
    draft.add("/" + type + " <</MCID 0>> BDC " + PdfDraft.text(72, 500, filler) + " EMC\n");
    COSDictionary element = new COSDictionary();
    element.setName(COSName.TYPE, "StructElem");
    element.setName(COSName.S, type);
    element.setItem(COSName.PG, draft.page);
    element.setInt(COSName.K, 0);
    element.setString(key, secret(draft));
    COSDictionary root = new COSDictionary();
    root.setName(COSName.TYPE, "StructTreeRoot");
    root.setItem(COSName.K, element);
    element.setItem(COSName.P, root);
    COSDictionary catalog = draft.document.getDocumentCatalog().getCOSObject();
    catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
    COSDictionary info = new COSDictionary();
    info.setBoolean(COSName.getPDFName("Marked"), true);
    catalog.setItem(COSName.getPDFName("MarkInfo"), info);
  }

  private static COSDictionary annotation(PdfDraft draft, String type, int flags) {
    COSDictionary note = new COSDictionary();
    note.setName(COSName.TYPE, "Annot");
    note.setName(COSName.SUBTYPE, type);
    note.setInt(COSName.F, flags);
    float y = draft.between(100, 600);
    note.setItem(COSName.RECT, PdfPaint.array(100, y, 300, y + 40));
    COSArray notes = new COSArray();
    notes.add(note);
    draft.page.getCOSObject().setItem(COSName.ANNOTS, notes);
    return note;
  }

  private static void note(PdfDraft draft, String type, COSName key, int flags) {
    annotation(draft, type, flags).setString(key, secret(draft));
  }

  private static void richNote(PdfDraft draft) {
    String rich = "<body xmlns='http://www.w3.org/1999/xhtml'><p>" + secret(draft) + "</p></body>";
    annotation(draft, "Text", 0).setString(COSName.RC, rich);
  }

  private static void hiddenField(PdfDraft draft) {
    COSDictionary field = field(draft, 2);
    field.setString(COSName.V, secret(draft));
  }

  private static void fieldTip(PdfDraft draft) {
    field(draft, 4).setString(COSName.TU, secret(draft));
  }

  private static COSDictionary field(PdfDraft draft, int flags) {
    COSDictionary field = annotation(draft, "Widget", flags);
    field.setName(COSName.FT, "Tx");
    field.setString(COSName.T, "field");
    COSArray fields = new COSArray();
    fields.add(field);
    COSDictionary form = new COSDictionary();
    form.setItem(COSName.FIELDS, fields);
    draft.document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
    return field;
  }

  /** A stamp over everything below the line that is shown. */
  static void stamp(PdfDraft draft, PDFormXObject appearance) {
    COSDictionary note = annotation(draft, "Stamp", 4);
    note.setItem(COSName.RECT, PdfPaint.array(60, 90, 560, 730));
    COSDictionary looks = new COSDictionary();
    looks.setItem(COSName.N, appearance);
    note.setItem(COSName.AP, looks);
  }

  private static void info(PdfDraft draft, String key) {
    draft
        .document
        .getDocumentInformation()
        .getCOSObject()
        .setItem(COSName.getPDFName(key), new COSString(secret(draft)));
  }

  private static void xmp(PdfDraft draft, String attributes, String inside) throws IOException {
    String packet =
        "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
            + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<rdf:Description rdf:about='' "
            + attributes
            + ">"
            + inside
            + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
    byte[] bytes = packet.getBytes(StandardCharsets.UTF_8);
    draft
        .document
        .getDocumentCatalog()
        .setMetadata(new PDMetadata(draft.document, new ByteArrayInputStream(bytes)));
  }
}
