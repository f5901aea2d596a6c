package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.detect.StructureDetectorProvider;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignCharsetTest {
  private static final String RUSSIAN =
      "Договор вступает в силу со дня его подписания сторонами и действует до полного исполнения"
          + " обязательств. Все споры решаются путём переговоров.\n";
  private static final String JAPANESE =
      "この契約は、両当事者が署名した日に発効し、すべての義務が履行されるまで有効とする。\n紛争は協議により解決する。\n";
  private static final String CHINESE = "本合同自双方签字之日起生效，有效期至全部义务履行完毕之日止。\n双方应通过友好协商解决争议。\n";
  private static final String POLISH =
      "Umowa wchodzi w życie z dniem podpisania przez obie strony i obowiązuje aż do całkowitego"
          + " wykonania zobowiązań. Wszelkie spory będą rozstrzygane w drodze negocjacji.\n";
  private static final String GREEK =
      "Η σύμβαση τίθεται σε ισχύ από την ημέρα της υπογραφής της και ισχύει έως την πλήρη εκτέλεση"
          + " των υποχρεώσεων.\n";
  private static final String GERMAN =
      "Größe und Änderung, schöne Grüße aus Köln. Der Vertrag tritt mit Unterzeichnung in Kraft.\n";
  private static final String FRENCH = "Un café crème, s’il vous plaît – déjà payé.\n";

  @ParameterizedTest
  @CsvSource({
    "windows-1251, RUSSIAN",
    "KOI8-R, RUSSIAN",
    "Shift_JIS, JAPANESE",
    "EUC-JP, JAPANESE",
    "GB18030, CHINESE",
    "windows-1250, POLISH",
    "ISO-8859-2, POLISH",
    "windows-1253, GREEK",
    "windows-1252, GERMAN",
    "windows-1252, FRENCH",
    "UTF-8, RUSSIAN",
    "UTF-16LE, GERMAN"
  })
  void readsAndDetectsTextInTheEncodingsOfTheWorld(String charset, String language)
      throws IOException {
    String text = text(language);
    DocumentSource source = DocumentSource.of(text.getBytes(Charset.forName(charset)));
    assertThat(Decoding.read(source))
        .isInstanceOfSatisfying(
            Decoding.Result.Text.class,
            read -> {
              assertThat(read.value()).isEqualTo(text);
              boolean western = charset.equals("windows-1252");
              assertThat(read.encoding().basis())
                  .isEqualTo(western ? TextEncoding.Basis.ASSUMED : TextEncoding.Basis.DETECTED);
            });
    assertThat(
            new StructureDetectorProvider()
                .open(StageConfig.none())
                .detect(source, UntrustedText.of("a.txt")))
        .isEqualTo(MediaType.TEXT);
  }

  private static String text(String language) {
    return switch (language) {
      case "RUSSIAN" -> RUSSIAN;
      case "JAPANESE" -> JAPANESE;
      case "CHINESE" -> CHINESE;
      case "POLISH" -> POLISH;
      case "GREEK" -> GREEK;
      case "GERMAN" -> GERMAN;
      default -> FRENCH;
    };
  }
}
