package dev.frostbyte.core.inspect;

import java.util.EnumMap;
import java.util.Map;

/**
 * Passport, driving licence and medical record numbers: a word with enough digits soon after a
 * phrase that says what it is. Their formats differ by country and have no common check digit, so
 * without such a phrase nothing is claimed.
 */
final class DocumentNumberFinder implements PersonalFinder {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 18;
  private static final int DIGITS = 4;
  private static final Map<PersonalType, ContextWords> CONTEXT = context();

  @Override
  public void find(View folded, Sink sink) {
    for (int at = 0; at < folded.length(); at++) {
      if (Chars.isWord(folded.at(at)) && !Chars.isWord(folded.peek(at - 1))) {
        int end = end(folded, at);
        if (looksLikeNumber(folded, at, end)) {
          findAt(folded, at, end, sink);
        }
        at = Math.max(at, end - 1);
      }
    }
  }

  private static void findAt(View view, int at, int end, Sink sink) {
    CONTEXT.forEach(
        (type, words) -> {
          if (words.before(view, at) || words.after(view, end)) {
            sink.found("pii." + type.name().toLowerCase(java.util.Locale.ROOT), type, 0.7, at, end);
          }
        });
  }

  private static int end(View view, int start) {
    int at = start;
    while (Chars.isWord(view.peek(at)) || view.peek(at) == '-' && Chars.isWord(view.peek(at + 1))) {
      at++;
    }
    return at;
  }

  private static boolean looksLikeNumber(View view, int start, int end) {
    int digits = 0;
    for (int i = start; i < end && i - start <= LONGEST; i++) {
      digits += Chars.isDigit(view.at(i)) ? 1 : 0;
    }
    return end - start >= SHORTEST && end - start <= LONGEST && digits >= DIGITS;
  }

  private static Map<PersonalType, ContextWords> context() {
    Map<PersonalType, ContextWords> context = new EnumMap<>(PersonalType.class);
    context.put(
        PersonalType.PASSPORT,
        ContextWords.of(
            "passport",
            "passport no",
            "passport number",
            "reisepass",
            "reisepassnummer",
            "passnummer",
            "passeport",
            "pasaporte",
            "passnr",
            "pass nr",
            "passaporto",
            "personalausweis",
            "personalausweisnummer",
            "ausweis nr",
            "ausweisnummer",
            "travel document",
            "identity card"));
    context.put(
        PersonalType.FINANCIAL_ACCOUNT,
        ContextWords.of(
            "account number",
            "account no",
            "acct",
            "bank account",
            "routing number",
            "sort code",
            "kontonummer",
            "konto nr",
            "kto nr",
            "numero de compte",
            "numero de cuenta"));
    context.put(
        PersonalType.DRIVERS_LICENSE,
        ContextWords.of(
            "drivers license",
            "driver license",
            "drivers licence",
            "driving licence",
            "driving license",
            "fuhrerschein",
            "fuhrerscheinnummer",
            "license number",
            "licence number",
            "fahrerlaubnis",
            "patente",
            "permis de conduire",
            "permiso de conducir",
            "licencia de conducir",
            "carnet de conducir"));
    context.put(
        PersonalType.MEDICAL_RECORD,
        ContextWords.of(
            "mrn",
            "medical record",
            "medical record number",
            "patient id",
            "patient number",
            "patientennummer",
            "patienten id",
            "fallnummer",
            "numero de dossier medical",
            "dossier medical",
            "historia clinica",
            "health record"));
    return context;
  }
}
