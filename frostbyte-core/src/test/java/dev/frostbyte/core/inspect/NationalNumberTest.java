package dev.frostbyte.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.spi.InspectionTarget;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NationalNumberTest {
  private static final SafetyInspector INSPECTOR =
      new PersonalDataInspectorProvider().open(StageConfig.none());

  @ParameterizedTest
  @CsvSource({
    "Steuer-ID,86095742719,pii.de-tax-id",
    "RVNR,15070649C103,pii.de-pension",
    "KVNR,A000500015,pii.de-health",
    "NHS number,943 476 5919,pii.uk-nhs",
    "PESEL,44051401359,pii.pl-pesel",
    "DNI,12345678Z,pii.es-nif",
    "codice fiscale,RSSMRA85T10A562S,pii.it-fiscal-code",
    "hetu,131052-308T,pii.fi-hetu",
    "DEA,F91234563,pii.us-dea",
    "NIR,255081416802538,pii.fr-nir",
    "registre national,85.07.30-033.28,pii.be-national",
    "Reisepass,C01X00T41,pii.de-passport"
  })
  void oneDigitDecides(String before, String number, String rule) {
    assertThat(rules(before + " " + number + ".")).contains(rule);
    int last = IntStream.range(0, number.length()).filter(i -> digit(number, i)).max().orElse(0);
    for (int step = 1; step < 10; step++) {
      int other = (number.charAt(last) - '0' + step) % 10;
      String wrong = number.substring(0, last) + other + number.substring(last + 1);
      assertThat(rules(before + " " + wrong + ".")).as(wrong).doesNotContain(rule);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Name+NIF 12345678Z", "C++ NIF 12345678Z", "(+) NIF: 12345678Z"})
  void aPlusSignWithoutACallingCodeHidesNothing(String text) {
    assertThat(rules(text)).contains("pii.es-nif");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PESEL +48 44051401359", "PESEL +(48) 44051401359"})
  void whatFollowsACallingCodeIsATelephoneNumber(String text) {
    assertThat(rules(text)).doesNotContain("pii.pl-pesel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"order 86095742719", "item A000500015", "9434765919", "parcel 44051401359"})
  void aPlainNumberOfRightDigitsIsNothingWithoutAWordThatSaysSo(String text) {
    assertThat(rules(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yours, Mr. John Smith, signed|John Smith",
        "an Frau Dr. Erika von Mustermann in Bonn|Erika von Mustermann",
        "Madame Claire Dupont-Moreau a dit|Claire Dupont-Moreau",
        "la Sra. Carmen de la Fuente firma|Carmen de la Fuente",
        "Patient: Amelia J. Brook|Amelia J. Brook",
        "Dear Tom Baker, thank you|Tom Baker",
        "Ansprechpartnerin: Sabine Groß|Sabine Groß",
        "Kunde: Erika Mustermann, Heideweg 17|Erika Mustermann",
        "Signed by Jane Doe on Monday|Jane Doe",
        "Unterzeichner Thomas Braun, Bonn|Thomas Braun",
        "From: Anna Kowalska <anna@example.com>|Anna Kowalska",
        "for your letter. Kind regards, Priya Nair|Priya Nair",
        "Dear Mr Ellison, thank you|Mr Ellison"
      })
  void findsNamesWhereAWordSaysThatOneFollows(String text, String name) {
    assertThat(found(text, "NAME")).containsExactly(name);
  }

  @Test
  void findsTheNameUnderAClosingFormula() {
    assertThat(found("We look forward.\nKind regards,\n\nMaria Lopez\nSales", "NAME"))
        .containsExactly("Maria Lopez");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Don River is long",
        "the Dr. said so",
        "Name: see page 3",
        "Dear customer, thank you",
        "The Patient Portal opens on Monday",
        "signed Advance Payment Waiver if necessary",
        "Signed by Northwind Cedar Bank in May",
        "From: Monday Morning to Friday"
      })
  void takesNoOtherWordsForNames(String text) {
    assertThat(found(text, "NAME")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to 1600 Pennsylvania Avenue, Washington, DC 20500 by|1600 Pennsylvania Avenue, Washington, DC 20500",
        "at 10 Downing Street, London, SW1A 2AA now|10 Downing Street, London, SW1A 2AA",
        "wohnt Musterstraße 12a, 53113 Bonn seit|Musterstraße 12a, 53113 Bonn",
        "am Platz: Unter den Linden 1|",
        "au 12 rue de la Paix, 75002 Paris depuis|12 rue de la Paix, 75002 Paris",
        "en Calle Mayor 5, 28013 Madrid desde|Calle Mayor 5, 28013 Madrid"
      })
  void findsAddressesByTheirForm(String text, String address) {
    List<String> expected = address == null ? List.of() : List.of(address);
    assertThat(found(text, "ADDRESS")).isEqualTo(expected);
  }

  private static boolean digit(String text, int at) {
    return Character.isDigit(text.charAt(at));
  }

  private static List<String> rules(String text) {
    return INSPECTOR.inspect(InspectionTarget.visible(text)).stream().map(Finding::rule).toList();
  }

  private static List<String> found(String text, String type) {
    CodePoints points = CodePoints.of(text);
    return INSPECTOR.inspect(InspectionTarget.visible(text)).stream()
        .filter(finding -> finding.family().equals(type))
        .map(finding -> points.slice(finding.span().start(), finding.span().end()))
        .toList();
  }
}
