package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfficeValuesTest {
  @Test
  void tellsColoursApartAsEyesDo() {
    assertThat(Contrast.unreadable(0xffffff, 0xffffff)).isTrue();
    assertThat(Contrast.unreadable(0xf5f5f5, 0xffffff)).isTrue();
    assertThat(Contrast.unreadable(0xffff00, 0xffffff)).isTrue();
    assertThat(Contrast.unreadable(0xd0d0d0, 0xffffff)).isFalse();
    assertThat(Contrast.unreadable(0x000000, 0xffffff)).isFalse();
    assertThat(Contrast.unreadable(0x000000, 0x050505)).isTrue();
    assertThat(Contrast.colour("FF0000FF", 7)).isEqualTo(0x0000ff);
    assertThat(Contrast.colour("auto", 7)).isEqualTo(7);
  }

  @Test
  void writesNumbersOfLists() {
    assertThat(NumberFormats.write("decimal", 12)).isEqualTo("12");
    assertThat(NumberFormats.write("decimalZero", 7)).isEqualTo("07");
    assertThat(NumberFormats.write("lowerLetter", 1)).isEqualTo("a");
    assertThat(NumberFormats.write("upperLetter", 28)).isEqualTo("BB");
    assertThat(NumberFormats.write("lowerRoman", 1994)).isEqualTo("mcmxciv");
    assertThat(NumberFormats.write("upperRoman", 4)).isEqualTo("IV");
    assertThat(NumberFormats.write("none", 4)).isEmpty();
    for (String format : List.of("lowerLetter", "lowerRoman")) {
      assertThat(NumberFormats.write(format, 0)).isEqualTo("0");
      assertThat(NumberFormats.write(format, 999_999_999)).isEqualTo("999999999");
    }
  }

  @Test
  void readsNumbersOfAnyFile() {
    assertThat(Numbers.parse("12", 0)).isEqualTo(12);
    assertThat(Numbers.parse("1234567890123", 5)).isEqualTo(5);
    assertThat(Numbers.parse("x", 5)).isEqualTo(5);
    assertThat(Numbers.parse("99", 1, 1, 9)).isEqualTo(9);
    assertThat(Numbers.parse("-99", 1, 1, 9)).isEqualTo(1);
  }

  @Test
  void readsReferencesOfCells() {
    assertThat(CellReader.column("A1")).isZero();
    assertThat(CellReader.column("xfd1048576")).isEqualTo(16_383);
    for (String bad : new String[] {"", "1", "A", "XFE1", "AAAA1", "A-1", "A12345678"}) {
      assertThat(CellReader.column(bad)).isEqualTo(-1);
    }
  }

  @Test
  void followsTargetsInsideTheFileOnly() throws IOException {
    OfficeFile file =
        OfficeFile.word("<w:p/>")
            .raw(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                    + "<Relationship Id='a' Type='x/header' Target='../../../etc/passwd'/>"
                    + "<Relationship Id='b' Type='x/footer' Target='http://example.org/' TargetMode='External'/>"
                    + "<Relationship Id='c' Type='x/styles' Target='./a/../styles.xml'/></Relationships>");
    try (Container container =
        Container.open(DocumentSource.of(file.bytes()), ParseLimits.DEFAULT)) {
      Relations relations = container.relations("word/document.xml");
      assertThat(relations.target("a")).contains("etc/passwd");
      assertThat(relations.target("b")).isEmpty();
      assertThat(relations.targets("footer")).isEmpty();
      assertThat(relations.first("styles")).contains("word/styles.xml");
      assertThat(relations.target("z")).isEmpty();
    }
  }
}
