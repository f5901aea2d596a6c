package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields whose result no file holds: their text is shown, or it is said that it is missing. */
class WordFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EQ \\f(1;2) | 1/2",
        "eq \\f(a+b,2) | (a+b)/2",
        "EQ x\\s\\up8(2) + \\r(3;x) | x^2 + √(3&x)",
        "EQ \\r(y)=\\s\\do4(i) | √(y)=_i",
        "EQ \\i\\su(i=1;n;i) | ∑_(i=1)^n i",
        "EQ \\b\\bc\\[ (\\a\\co2(1;2;3;4)) | [(1 & 2; 3 & 4)]",
        "EQ \\l(a;b) \\o(A;B) \\x(boxed) f(x) | a,b AB boxed f(x)",
        "EQ \\f(\\(1\\;2\\);3) | (1;2)/3",
        "SYMBOL 8364 | €",
        "SYMBOL 0x2022 \\u | •",
        "MACROBUTTON NoMacro Click here | Click here"
      })
  void showsWhatWordMakesOfTheInstruction(String instruction, String shown) throws IOException {
    List<String> lines = WordFile.shown(WordFile.p("", WordFile.r("is ") + field(instruction, "")));
    assertThat(lines).contains("p is " + shown);
    assertThat(lines).noneMatch(line -> line.startsWith("dropped"));
    assertThat(WordFile.shown(WordFile.p("", simple(instruction)))).contains("p " + shown);
  }

  @Test
  void saysWhichFieldsHaveNoResult() throws IOException {
    assertThat(shown(field("DOCPROPERTY Client", "<w:r/>")))
        .containsExactly("p before", "CODE DOCPROPERTY Client", "dropped field NO_STORED_VALUE");
    assertThat(shown(simple("MERGEFIELD Name")))
        .containsExactly("p before", "CODE MERGEFIELD Name", "dropped field NO_STORED_VALUE");
    assertThat(shown(field("EQ " + "\\f(".repeat(60), "")))
        .contains("p before", "dropped field NO_STORED_VALUE");
  }

  @Test
  void leavesFieldsAloneThatHaveAResultOrShowNone() throws IOException {
    assertThat(shown(field("DOCPROPERTY Client", WordFile.r("Contoso"))))
        .containsExactly("p beforeContoso", "CODE DOCPROPERTY Client");
    assertThat(shown(field("XE \"entry\"", ""))).containsExactly("p before", "CODE XE \"entry\"");
    assertThat(shown(field("PAGE", ""))).containsExactly("p before");
    assertThat(shown(field("IF 1 = 1", WordFile.run("<w:vanish/>", "unseen"))))
        .noneMatch(line -> line.startsWith("dropped"));
  }

  @Test
  void hidesAFormulaThatIsHidden() throws IOException {
    String hidden =
        field("EQ \\f(1;2)", "")
            .replace("<w:r><w:fldChar", "<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar");
    assertThat(shown(hidden)).containsExactly("p before", "MARKED_HIDDEN 1/2");
  }

  private static List<String> shown(String content) throws IOException {
    return WordFile.shown(WordFile.p("", WordFile.r("before") + content));
  }

  private static String field(String instruction, String result) {
    String separate = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + result;
    return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
        + instruction.replace("&", "&amp;")
        + "</w:instrText></w:r>"
        + (result.isEmpty() ? "" : separate)
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
  }

  private static String simple(String instruction) {
    return "<w:fldSimple w:instr='" + instruction + "'/>";
  }
}
