package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eng | The supplier shall deliver the goods to the buyer within ten days of the order.
          deu | Der Lieferant liefert die Ware innerhalb von zehn Tagen an den Käufer, wenn das so ist.
          fra | Le fournisseur livre les marchandises dans les dix jours à compter de la commande.
          spa | El proveedor entregará los bienes al comprador en un plazo de diez días por escrito.
          ita | Il fornitore consegna la merce entro dieci giorni dalla data che è indicata nella lettera.
          por | O fornecedor entregará os bens ao comprador em um prazo de dez dias, mas não mais que isso.
          nld | De leverancier levert de goederen binnen tien dagen aan de koper, maar niet op een zondag.
          swe | Leverantören ska leverera varorna till köparen inom tio dagar och det är inte för sent.
          pol | Dostawca dostarczy towar do kupującego w ciągu dziesięciu dni, a jeśli nie, to zapłaci karę za to.
          ces | Zboží, které dodavatel dodá podle smlouvy nebo jeho část, by už ve lhůtě mohl mít kupující.
          rus | Поставщик обязан доставить товар в течение десяти дней, но не позже, чем это указано.
          ukr | Постачальник зобов'язаний доставити товар протягом десяти днів, але не пізніше, ніж це вказано у договорі.
          ell | Ο προμηθευτής παραδίδει τα εμπορεύματα εντός δέκα ημερών.
          jpn | 供給者は十日以内に商品を買主に引き渡すものとします。
          zho | 供应商应当在十天之内将货物交付给买方，否则应当支付违约金。
          ara | يجب على المورد تسليم البضائع إلى المشتري خلال عشرة أيام.
          """)
  void tellsTheLanguageOfASentence(String code, String text) {
    assertThat(TextLanguage.of(text)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12.5 % 2026", "OK", "Acme GmbH", "x1 y2 z3 q4 w5 e6 r7 t8 u9 i0 o1 p2"})
  void saysUndeterminedRatherThanGuess(String text) {
    assertThat(TextLanguage.of(text)).isEqualTo("und");
  }

  @Test
  void addressesAndOneWordOverAndOverTellNothing() {
    String from = "From: ada@a.example.com To: bob@example.com, cy@example.com www.example.com\n";
    assertThat(TextLanguage.of(from + from)).isEqualTo("und");
    assertThat(TextLanguage.of("com ".repeat(20))).isEqualTo("und");
  }

  @Test
  void aDeclaredLanguageCountsWhereTheTextTellsNoOther() throws BudgetReachedException {
    assertThat(language("OK", "de-AT")).isEqualTo("deu");
    assertThat(language("OK", "de", "en")).isEqualTo("und");
    assertThat(language("OK", "no such tag")).isEqualTo("und");
    String english = "The supplier shall deliver the goods to the buyer within ten days of it.";
    assertThat(language(english, "de")).isEqualTo("eng");
    assertThat(language(english, "en")).isEqualTo("eng");
  }

  private static String language(String text, String... tags) throws BudgetReachedException {
    List<Block> blocks = new ArrayList<>(List.of(Block.paragraph(text)));
    for (String tag : tags) {
      blocks.add(new Block.Language(UntrustedText.of(tag)));
    }
    return CanonicalBuilderLawsTest.build(blocks).language();
  }

  @Test
  void aTextInTwoLanguagesIsUndetermined() {
    String german =
        "Der Lieferant liefert die Ware innerhalb von zehn Tagen an den K\u00e4ufer, wenn das so ist. ";
    String english =
        "The supplier shall deliver the goods to the buyer within ten days of the order. ";
    assertThat(TextLanguage.of(german + english)).isEqualTo("und");
    assertThat(TextLanguage.of(german.repeat(3) + english.repeat(2))).isEqualTo("und");
    assertThat(TextLanguage.of(german.repeat(9) + english)).isEqualTo("deu");
    assertThat(TextLanguage.of(english.repeat(9) + german)).isEqualTo("eng");
  }
}
