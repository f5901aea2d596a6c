package dev.frostbyte.core.inspect;

import java.math.BigInteger;

/**
 * Check digits of national numbers. Each takes folded letters and digits without separators, of the
 * length its shape demands. Pure functions.
 */
final class CheckDigits {
  private static final String SPANISH = "trwagmyfpdxbnjzsqvhlcke";
  private static final String FINNISH = "0123456789abcdefhjklmnprstuvwxy";
  private static final int[] ITALIAN_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };
  private static final int[] PENSION = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
  private static final int[] HEALTH = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
  private static final int[] PESEL = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

  private CheckDigits() {}

  /** US taxpayer number (IRS): first digit 9, group 50 to 65, 70 to 88, 90 to 92 or 94 to 99. */
  static boolean itin(String number) {
    int group = Integer.parseInt(number.substring(3, 5));
    boolean known =
        group >= 50 && group <= 65
            || group >= 70 && group <= 88
            || group >= 90 && group <= 92
            || group >= 94;
    return number.charAt(0) == '9' && known;
  }

  /**
   * German tax number (§ 139b AO): no leading zero, no digit more than three times among the first
   * ten, ISO 7064 mod 11,10.
   */
  static boolean steuerId(String number) {
    int product = 10;
    int[] counts = new int[10];
    for (int i = 0; i < 10; i++) {
      int digit = digit(number, i);
      counts[digit]++;
      int sum = (digit + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    int check = (11 - product) % 10;
    boolean spread = java.util.Arrays.stream(counts).allMatch(count -> count <= 3);
    return number.charAt(0) != '0' && spread && check == digit(number, 10);
  }

  /** German pension insurance number (VKVV § 4): birth date and weighted cross sums. */
  static boolean pension(String number) {
    int day = Integer.parseInt(number.substring(2, 4));
    int month = Integer.parseInt(number.substring(4, 6));
    boolean born = (day >= 1 && day <= 31 || day >= 51 && day <= 81) && month >= 1 && month <= 12;
    String digits = number.substring(0, 8) + ordinal(number.charAt(8)) + number.substring(9, 11);
    return born && crossSum(digits, PENSION) % 10 == digit(number, 11);
  }

  /** German health insurance number (§ 290 SGB V): letter as two digits, weighted cross sums. */
  static boolean health(String number) {
    String digits = ordinal(number.charAt(0)) + number.substring(1, 9);
    return crossSum(digits, HEALTH) % 10 == digit(number, 9);
  }

  /** NHS number (NHS data dictionary): weights 10 to 2, mod 11. */
  static boolean nhs(String number) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += digit(number, i) * (10 - i);
    }
    int check = (11 - sum % 11) % 11;
    return check == digit(number, 9);
  }

  /**
   * National Insurance number (HMRC NIM39110): prefix without D, F, I, Q, U, V, no O as second
   * letter, not one of the prefixes never issued, suffix A to D.
   */
  static boolean nino(String number) {
    String prefix = number.substring(0, 2);
    boolean letters =
        "dfiquv".indexOf(prefix.charAt(0)) < 0 && "dfiquvo".indexOf(prefix.charAt(1)) < 0;
    boolean issued = !java.util.List.of("bg", "gb", "kn", "nk", "nt", "tn", "zz").contains(prefix);
    return letters && issued && number.charAt(8) >= 'a' && number.charAt(8) <= 'd';
  }

  /** Spanish NIF: seven or eight digits, letter by mod 23. */
  static boolean nif(String number) {
    int last = number.length() - 1;
    return SPANISH.charAt(Integer.parseInt(number.substring(0, last)) % 23) == number.charAt(last);
  }

  /** Spanish NIE: X, Y or Z stands for 0, 1 or 2, then as {@link #nif}. */
  static boolean nie(String number) {
    int first = number.charAt(0) - 'x';
    return first >= 0 && first <= 2 && nif(first + number.substring(1));
  }

  /** Italian tax code: month letter and check letter (decree of 12 March 1974). */
  static boolean codiceFiscale(String code) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int at = code.charAt(i);
      int value = Chars.isDigit(at) ? at - '0' : at - 'a';
      sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
    }
    boolean dated = code.chars().filter(Chars::isDigit).count() >= 2;
    boolean month = "abcdehlmprst".indexOf(code.charAt(8)) >= 0;
    return dated && month && code.charAt(15) == 'a' + sum % 26;
  }

  /** Polish PESEL: month with its century, weights, mod 10. */
  static boolean pesel(String number) {
    int month = Integer.parseInt(number.substring(2, 4)) % 20;
    int day = Integer.parseInt(number.substring(4, 6));
    int sum = 0;
    for (int i = 0; i < PESEL.length; i++) {
      sum += digit(number, i) * PESEL[i];
    }
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= 31
        && (10 - sum % 10) % 10 == digit(number, 10);
  }

  /** Finnish personal identity code: birth date, check sign by mod 31; the century sign is out. */
  static boolean hetu(String code) {
    int day = Integer.parseInt(code.substring(0, 2));
    int month = Integer.parseInt(code.substring(2, 4));
    int number = Integer.parseInt(code.substring(0, 6) + code.substring(6, 9));
    return day >= 1
        && day <= daysOf(month)
        && number % 1000 >= 2
        && FINNISH.charAt(number % 31) == code.charAt(9);
  }

  /** French social security number (NIR): 97 less the number mod 97; Corsica by 19 and 18. */
  static boolean nir(String number) {
    String digits = number.replace("2a", "19").replace("2b", "18");
    boolean plain = digits.chars().allMatch(Chars::isDigit) && digits.length() == 15;
    boolean sex = number.charAt(0) == '1' || number.charAt(0) == '2';
    return plain
        && sex
        && 97 - Long.parseLong(digits.substring(0, 13)) % 97
            == Integer.parseInt(digits.substring(13));
  }

  /** DEA number of US practitioners: sum of odd places plus twice the even ones. */
  static boolean dea(String number) {
    int odd = digit(number, 2) + digit(number, 4) + digit(number, 6);
    int even = digit(number, 3) + digit(number, 5) + digit(number, 7);
    return (odd + 2 * even) % 10 == digit(number, 8);
  }

  /** Travel documents (ICAO 9303): weights 7, 3, 1, letters from 10, mod 10. */
  static boolean icao(String number) {
    int sum = 0;
    int last = number.length() - 1;
    for (int i = 0; i < last; i++) {
      int at = number.charAt(i);
      int value = Chars.isDigit(at) ? at - '0' : at - 'a' + 10;
      sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return Chars.isDigit(number.charAt(last)) && sum % 10 == digit(number, last);
  }

  /** Belgian national number: 97 less the number mod 97, with a 2 before it from 2000. */
  static boolean rijksregister(String number) {
    BigInteger first = new BigInteger(number.substring(0, 9));
    BigInteger second = new BigInteger("2" + number.substring(0, 9));
    int check = Integer.parseInt(number.substring(9));
    return check == 97 - first.mod(BigInteger.valueOf(97)).intValue()
        || check == 97 - second.mod(BigInteger.valueOf(97)).intValue();
  }

  private static int daysOf(int month) {
    return switch (month) {
      case 2 -> 29;
      case 4, 6, 9, 11 -> 30;
      case 1, 3, 5, 7, 8, 10, 12 -> 31;
      default -> 0;
    };
  }

  private static int digit(String number, int at) {
    return number.charAt(at) - '0';
  }

  private static String ordinal(char letter) {
    int number = letter - 'a' + 1;
    return (number < 10 ? "0" : "") + number;
  }

  private static int crossSum(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int product = digit(digits, i) * weights[i];
      sum += product / 10 + product % 10;
    }
    return sum;
  }
}
