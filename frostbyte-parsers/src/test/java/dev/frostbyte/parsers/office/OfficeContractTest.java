package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The office parsers pass the contract of parsers. */
class OfficeContractTest {
  @Nested
  class Docx extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new DocxParserProvider();
    }

    @Override
    protected MediaType type() {
      return MediaType.DOCX;
    }

    @Override
    protected List<byte[]> good() throws IOException {
      String table =
          "<w:tbl><w:tr>"
              + WordFile.tc("", WordFile.p("", WordFile.r("Item")))
              + WordFile.tc("", WordFile.p("", WordFile.r("Price")))
              + "</w:tr></w:tbl>";
      String body =
          WordFile.p("<w:outlineLvl w:val='0'/>", WordFile.r("A letter to the reader"))
              + WordFile.p("", WordFile.r("It says little, which is enough for a contract."))
              + table
              + WordFile.p("", WordFile.r("It ends here."));
      return List.of(OfficeFile.word(body).bytes());
    }
  }

  @Nested
  class Xlsx extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new XlsxParserProvider();
    }

    @Override
    protected MediaType type() {
      return MediaType.XLSX;
    }

    @Override
    protected List<byte[]> good() throws IOException {
      String rows =
          "<s:row r='1'><s:c r='A1' t='inlineStr'><s:is><s:t>Item</s:t></s:is></s:c></s:row>"
              + "<s:row r='2'><s:c r='A2'><s:v>17.5</s:v></s:c></s:row>";
      return List.of(
          OfficeFile.excel("<s:sheets><s:sheet name='Data' sheetId='1' r:id='s1'/></s:sheets>")
              .part("xl/sheet1.xml", "s:worksheet", "<s:sheetData>" + rows + "</s:sheetData>")
              .relate("xl/workbook.xml", "s1", "worksheet", "xl/sheet1.xml")
              .bytes());
    }
  }

  @Nested
  class Pptx extends ParserContract {
    @Override
    protected ParserProvider provider() {
      return new PptxParserProvider();
    }

    @Override
    protected MediaType type() {
      return MediaType.PPTX;
    }

    @Override
    protected List<byte[]> good() throws IOException {
      String shapes = shape("type='title'", "The title") + shape("idx='1'", "A paragraph of it");
      return List.of(
          OfficeFile.slides("<p:sldIdLst><p:sldId r:id='s1'/></p:sldIdLst>")
              .part(
                  "ppt/slide1.xml", "p:sld", "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>")
              .relate("ppt/presentation.xml", "s1", "slide", "ppt/slide1.xml")
              .bytes());
    }

    private static String shape(String placeholder, String text) {
      return "<p:sp><p:nvSpPr><p:cNvPr/><p:nvPr><p:ph "
          + placeholder
          + "/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:p><a:r><a:t>"
          + text
          + "</a:t></a:r></a:p></p:txBody></p:sp>";
    }
  }
}
