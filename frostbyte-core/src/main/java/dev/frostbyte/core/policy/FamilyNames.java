package dev.frostbyte.core.policy;

/**
 * Plain words for families of findings, for reports and messages. Unknown families are shown as
 * they are. Stateless.
 */
public final class FamilyNames {
  private FamilyNames() {}

  /** What a family stands for, such as "personal data: mail address". */
  public static String meaning(String family) {
    return switch (family) {
      case "NAME" -> "personal data: name of a person";
      case "ADDRESS" -> "personal data: postal address";
      case "SSN" -> "personal data: social security, tax or other national number";
      case "FINANCIAL_ACCOUNT", "IBAN", "CARD" ->
          "personal data: bank account or payment card number";
      case "EMAIL" -> "personal data: mail address";
      case "PHONE" -> "personal data: telephone number";
      case "DOB" -> "personal data: date of birth";
      case "PASSPORT" -> "personal data: passport number";
      case "DRIVERS_LICENSE" -> "personal data: driving licence number";
      case "MEDICAL_RECORD" -> "personal data: medical record or health insurance number";
      default -> instruction(family);
    };
  }

  private static String instruction(String family) {
    return switch (family) {
      case "override" -> "text that tells a machine to ignore its instructions";
      case "role" -> "text that gives a machine another role";
      case "jailbreak" -> "text that tells a machine to drop its rules";
      case "delimiter" -> "text that imitates the control marks of a machine";
      case "leakage" -> "text that asks a machine for its instructions";
      case "exfiltration" -> "text that asks a machine to send data away";
      case "addressed" -> "text addressed to a machine instead of a reader";
      case "task" -> "text that tells a machine how to shape its answer";
      case "obfuscation" -> "text that hides its meaning behind an encoding";
      case "quoted" -> "text that quotes or discusses instructions to machines";
      case "invisible" -> "invisible characters";
      case "hidden-instruction" -> "text hidden from the reader's eyes that instructs a machine";
      case "hidden-prose" -> "sentences hidden from the reader's eyes";
      case "inspection-failed" -> "a check that did not answer; nothing passes unchecked";
      case "hidden" -> "text hidden from the reader's eyes";
      default -> family.replace('-', ' ').replace('_', ' ');
    };
  }
}
