package dev.frostbyte.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.spi.InspectionTarget;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class PersonalDataProperties {
  private static final List<String> BEFORE =
      List.of("", "Pay to ", "(", "\uD83D\uDE00 ", "Konto:\n", "a\tb\t", "x".repeat(66_000) + " ");
  private static final List<String> AFTER =
      List.of("", ".", ", thanks", ")", "\n\nNext", "\tcell", " \uD83D\uDE00");
  private static final List<String> COUNTRIES =
      List.of("DE22", "GB22", "FR27", "ES24", "NO15", "MT31", "BE16", "CH21", "AT20", "NL18");
  private static final SafetyInspector INSPECTOR =
      new PersonalDataInspectorProvider().open(StageConfig.none());

  @Property(tries = 300)
  void findsEveryValidIban(@ForAll long seed) {
    Random random = new Random(seed);
    String iban = iban(random);
    assertFound("pii.iban", grouped(iban, 4, separator(random)), random);
  }

  @Property(tries = 300)
  void findsNoIbanWithAWrongDigit(@ForAll long seed) {
    Random random = new Random(seed);
    String wrong = changed(iban(random), 4, random);
    assertNotFound("FINANCIAL_ACCOUNT", grouped(wrong, 4, separator(random)), random);
  }

  @Property(tries = 300)
  void findsEveryValidCardNumber(@ForAll long seed) {
    Random random = new Random(seed);
    assertFound("pii.card", grouped(card(random), 4, separator(random)), random);
  }

  @Property(tries = 300)
  void findsNoCardNumberWithAWrongDigit(@ForAll long seed) {
    Random random = new Random(seed);
    String wrong = changed(card(random), 15, random);
    assertNotFound("FINANCIAL_ACCOUNT", grouped(wrong, 4, separator(random)), random);
  }

  @Property(tries = 300)
  void findsEveryValidSocialSecurityNumber(@ForAll long seed) {
    Random random = new Random(seed);
    int area = 1 + random.nextInt(898);
    String separator = random.nextBoolean() ? "-" : " ";
    String number = ssn(area == 666 ? 667 : area, separator, random);
    assertFound("pii.ssn", number, random);
  }

  @Property(tries = 300)
  void findsNoNumberOfAnAreaThatIsNeverIssued(@ForAll long seed) {
    Random random = new Random(seed);
    int area = List.of(0, 666, 900 + random.nextInt(100)).get(random.nextInt(3));
    String text = pick(BEFORE, random) + ssn(area, "-", random) + pick(AFTER, random);
    assertThat(inspect(text)).as(text).noneMatch(finding -> finding.rule().equals("pii.ssn"));
  }

  @Example
  void findsMailAddressesAndTheirExactPlace() {
    assertOnly("EMAIL", "a.b+c@mail.example.co.uk", "Write to ", ".");
    assertOnly("EMAIL", "j\u00F6rg@b\u00FCcher.example", "<", ">");
    assertThat(inspect("user@localhost and @handle and a@b")).isEmpty();
  }

  @Example
  void findsDatesOfBirthOnlyAfterAWordThatSaysSo() {
    assertOnly("DOB", "12.03.1980", "Geburtsdatum: ", ", Bonn");
    assertOnly("DOB", "March 12, 1980", "She was born on ", " in Ohio");
    assertOnly("DOB", "12 de marzo de 1980", "Fecha de nacimiento: ", ".");
    assertThat(inspect("Delivered on 12.03.1980 in Bonn")).isEmpty();
  }

  @Example
  void findsDocumentNumbersOnlyAfterAWordThatSaysSo() {
    assertOnly("PASSPORT", "C01X00T47", "Reisepass Nr. ", " gilt bis 2030");
    assertOnly("DRIVERS_LICENSE", "D1234567", "Driver's license: ", ".");
    assertOnly("MEDICAL_RECORD", "00482915", "MRN ", ", ward 3");
    assertThat(inspect("Order C01X00T47 of item D1234567")).isEmpty();
  }

  @Example
  void findsTelephoneNumbers() {
    assertOnly("PHONE", "+49 30 1234567", "Tel. ", "");
    assertOnly("PHONE", "(555) 234-5678", "call ", " now");
    assertOnly("PHONE", "030/1234567", "Telefon: ", "");
    assertThat(inspect("Ref 030/1234567 and 1,234,567.00 and 2024-01-31")).isEmpty();
  }

  @Example
  void findsPostalAddressesOfEitherParty() {
    assertOnly("ADDRESS", "14 Quarry Lane, Port Ellory", "Halden Ltd, ", " (the \"Provider\")");
    assertOnly("ADDRESS", "200 Exchange Row, Port Ellory", "Northwind Bank, ", " (the \"Bank\")");
    assertOnly("ADDRESS", "3 Kiln Hill, Bath, BA1 5NE", "from ", ".");
    assertThat(inspect("see 12 Header Row and 3 Hyde Park tickets")).isEmpty();
  }

  @Example
  void looksOnlyForTheTypesConfigured() {
    SafetyInspector mails =
        new PersonalDataInspectorProvider().open(StageConfig.of(Map.of("types", "email")));
    List<Finding> found = mails.inspect(InspectionTarget.visible("a@example.org 219-09-9998"));
    assertThat(found).extracting(Finding::family).containsExactly("EMAIL");
  }

  private static void assertOnly(String type, String value, String before, String after) {
    String text = before + value + after;
    List<Finding> findings = inspect(text);
    assertThat(findings).extracting(Finding::family).containsExactly(type);
    assertThat(
            CodePoints.of(text)
                .slice(findings.getFirst().span().start(), findings.getFirst().span().end()))
        .isEqualTo(value);
  }

  private static void assertFound(String rule, String value, Random random) {
    String text = pick(BEFORE, random) + value + pick(AFTER, random);
    CodePoints points = CodePoints.of(text);
    assertThat(inspect(text))
        .filteredOn(finding -> finding.rule().equals(rule))
        .as(value)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(points.slice(finding.span().start(), finding.span().end()))
                    .isEqualTo(value));
  }

  private static void assertNotFound(String family, String value, Random random) {
    String text = pick(BEFORE, random) + value + pick(AFTER, random);
    assertThat(inspect(text)).as(value).noneMatch(finding -> finding.family().equals(family));
  }

  private static List<Finding> inspect(String text) {
    return INSPECTOR.inspect(InspectionTarget.visible(text));
  }

  private static String iban(Random random) {
    String country = pick(COUNTRIES, random);
    StringBuilder account = new StringBuilder();
    for (int i = Integer.parseInt(country.substring(2)) - 4; i > 0; i--) {
      account.append(random.nextInt(10));
    }
    StringBuilder digits = new StringBuilder();
    (account + country.substring(0, 2) + "00")
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    int check = 98 - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    return country.substring(0, 2) + String.format(Locale.ROOT, "%02d", check) + account;
  }

  private static String card(Random random) {
    StringBuilder number =
        new StringBuilder(
            pick(List.of("4", "51", "55", "2221", "2720", "6011", "3528", "65"), random));
    while (number.length() < 15) {
      number.append(random.nextInt(10));
    }
    for (int check = 0; check < 10; check++) {
      if (luhn(number.toString() + check)) {
        return number.toString() + check;
      }
    }
    throw new IllegalStateException("a check digit always exists");
  }

  private static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    return sum % 10 == 0;
  }

  private static String ssn(int area, String separator, Random random) {
    return String.format(
        Locale.ROOT,
        "%03d%s%02d%s%04d",
        area,
        separator,
        1 + random.nextInt(99),
        separator,
        1 + random.nextInt(9_998));
  }

  private static String changed(String number, int from, Random random) {
    int at = from + random.nextInt(number.length() - from);
    int digit = (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
    return number.substring(0, at) + digit + number.substring(at + 1);
  }

  private static String grouped(String number, int size, String separator) {
    return number.replaceAll("(?<=\\G.{" + size + "})(?=.)", separator);
  }

  private static String separator(Random random) {
    return pick(List.of("", " ", "-"), random);
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
