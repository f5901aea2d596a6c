package dev.frostbyte.parsers.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** PDF files written by hand, object after object. One thread. */
final class PdfBombs {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  PdfBombs() throws IOException {
    out.write(Bombs.latin("%PDF-1.7\n"));
  }

  /** One page with this content, deflated. */
  static byte[] page(Bombs.Part content) {
    return page("/Filter /FlateDecode", Bombs.deflated(content), "");
  }

  /** One page with this content as it is. */
  static byte[] page(String filter, byte[] content, String resources) {
    return Bombs.bytes(
        sink -> {
          PdfBombs pdf = new PdfBombs();
          pdf.object("<</Type/Catalog/Pages 2 0 R>>");
          pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
          pdf.object(
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<"
                  + resources
                  + ">>>>");
          pdf.stream(filter, content);
          pdf.end(sink, "");
        });
  }

  /** A page tree that names one page so many times. */
  static byte[] onePageOften(int times) {
    return Bombs.bytes(
        sink -> {
          PdfBombs pdf = new PdfBombs();
          pdf.object("<</Type/Catalog/Pages 2 0 R>>");
          pdf.object("<</Type/Pages/Kids[" + "3 0 R ".repeat(times) + "]/Count " + times + ">>");
          pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>");
          pdf.stream("", Bombs.latin("0 0 1 1 re f"));
          pdf.end(sink, "");
        });
  }

  /** Every node of the page tree holds the root twice. */
  static byte[] pageTreeCycle() {
    return Bombs.bytes(
        sink -> {
          PdfBombs pdf = new PdfBombs();
          pdf.object("<</Type/Catalog/Pages 2 0 R>>");
          pdf.object("<</Type/Pages/Kids[3 0 R 2 0 R 3 0 R]/Count 99>>");
          pdf.object("<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 9>>");
          pdf.end(sink, "");
        });
  }

  /** Forms that draw the next one ten times each. */
  static byte[] exponentialForms(int deep) {
    return Bombs.bytes(
        sink -> {
          PdfBombs pdf = new PdfBombs();
          pdf.object("<</Type/Catalog/Pages 2 0 R>>");
          pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
          pdf.object(
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
                  + "/Resources<</XObject<</F 5 0 R>>>>>>");
          pdf.stream("", Bombs.latin("/F Do ".repeat(10)));
          for (int number = 5; number < 5 + deep; number++) {
            String form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F ";
            pdf.stream(form + (number + 1) + " 0 R>>>>", Bombs.latin("/F Do ".repeat(10)));
          }
          pdf.stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", Bombs.latin("0 0 1 1 re f"));
          pdf.end(sink, "");
        });
  }

  /** So many objects that nothing needs. */
  static byte[] manyObjects(int count) {
    return Bombs.bytes(
        sink -> {
          PdfBombs pdf = new PdfBombs();
          pdf.object("<</Type/Catalog/Pages 2 0 R>>");
          pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
          pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
          for (int number = 0; number < count; number++) {
            pdf.object("[]");
          }
          pdf.end(sink, "");
        });
  }

  /** A stream of objects that inflates to so many blanks. */
  static byte[] objectStream(int blanks) {
    byte[] content = Bombs.deflated(Bombs.repeated("9 0 ", " ", blanks, "[]"));
    return Bombs.bytes(
        sink -> {
          PdfBombs pdf = new PdfBombs();
          pdf.object("<</Type/Catalog/Pages 2 0 R>>");
          pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
          pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots 4 0 R>>");
          pdf.stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", content);
          pdf.end(sink, "/XRefStm 99");
        });
  }

  void object(String body) throws IOException {
    places.add(out.size());
    out.write(Bombs.latin(places.size() + " 0 obj\n" + body + "\nendobj\n"));
  }

  void stream(String entries, byte[] content) throws IOException {
    places.add(out.size());
    String head = places.size() + " 0 obj\n<<" + entries + "/Length " + content.length + ">>\n";
    out.write(Bombs.latin(head + "stream\n"));
    out.write(content);
    out.write(Bombs.latin("\nendstream\nendobj\n"));
  }

  void end(OutputStream sink, String trailer) throws IOException {
    int table = out.size();
    StringBuilder entries = new StringBuilder("xref\n0 " + (places.size() + 1) + "\n");
    entries.append("0000000000 65535 f \n");
    for (int place : places) {
      entries.append(String.format("%010d 00000 n \n", place));
    }
    entries.append("trailer\n<</Root 1 0 R/Size ").append(places.size() + 1).append(trailer);
    entries.append(">>\nstartxref\n").append(table).append("\n%%EOF\n");
    out.write(Bombs.latin(entries.toString()));
    out.writeTo(sink);
  }
}
