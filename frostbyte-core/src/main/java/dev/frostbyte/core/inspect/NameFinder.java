package dev.frostbyte.core.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names of persons where a text says that one follows: after a form of address, after a label such
 * as {@code Patient:}, in the fields of a mail, in a salutation and under a closing formula. Names
 * without such a word are not found. Reads the text as written, since capital letters matter.
 * Patterns are possessive and bounded, so that time grows with the length only.
 */
final class NameFinder implements PersonalFinder {
  private static final String WORD = "\\p{Lu}[\\p{L}'\u2019-]{1,30}+";
  private static final String INITIAL = "\\p{Lu}\\.";
  private static final String PARTICLE =
      "(?:de|del|della|der|den|di|du|da|dos|la|le|van|von|vom|zu|zur|y|al|bin|ten|ter)";
  private static final String REST =
      "(?:[ \\u00A0](?:PARTICLE[ \\u00A0]){0,2}+(?:WORD|INITIAL)){0,3}+";
  private static final String FULL =
      "(?:WORD|INITIAL)(?:[ \\u00A0](?:PARTICLE[ \\u00A0]){0,2}+(?:WORD|INITIAL)){1,3}+";
  private static final String ADDRESSED =
      "(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Herrn?|Frau|Fr\u00E4ulein|Monsieur|Madame|Mademoiselle|Mme|Mlle"
          + "|Maître|Se\u00F1ora?|Se\u00F1orita|Sra?|Don|Do\u00F1a|Signora?)\\.?+";
  private static final String TITLES =
      "(?:[ \\u00A0](?:Dr|Prof|med|Ing|rer|nat|phil|Dipl)\\.){0,4}+";
  private static final String LABEL =
      "(?:[Nn]ame|[Pp]atient(?:in)?|[Cc]ontact(?: [Pp]erson)?|[Ee]mployee|[Aa]pplicant|[Ss]igned by|[Pp]repared by|[Aa]pproved by"
          + "|[Aa]uthor|[Aa]ttention|[Aa]ttn|[Cc]laimant|[Bb]eneficiary|[Aa]nsprechpartner(?:in)?|[Ss]achbearbeiter(?:in)?"
          + "|[Bb]earbeiter(?:in)?|[Uu]nterzeichner|[Vv]ersicherte[rn]?|[Nn]om(?: et pr\u00E9nom)?|[Pp]r\u00E9nom|[Ss]ign\u00E9 par"
          + "|[Nn]ombre(?: y apellidos)?|[Pp]aciente|[Ff]irmado por|[Cc]ontacto"
          + "|[Cc]ustomer|[Cc]lient|[Bb]uyer|[Ss]eller|[Ll]essee|[Ll]essor|[Ll]andlord|[Bb]orrower|[Ww]itness|[Gg]uardian|[Cc]ard ?holder"
          + "|[Aa]ccount holder|[Ii]nsured|[Pp]olicy ?holder|[Nn]ext of kin|[Rr]eviewed by"
          + "|[Kk]und(?:e|in)|[Mm]ieter(?:in)?|[Vv]ermieter(?:in)?|[Kk]\u00E4ufer(?:in)?|[Vv]erk\u00E4ufer(?:in)?|[Mm]andant(?:in)?"
          + "|[Kk]lient(?:in)?|[Aa]uftraggeber(?:in)?|[Kk]ontoinhaber(?:in)?|[Zz]eug(?:e|in)|[Aa]ntragsteller(?:in)?"
          + "|[Cc]lient(?:e)?|[Ll]ocataire|[Bb]ailleur|[Aa]cheteur|[Vv]endeur|[Tt]\u00E9moin|[Aa]ssur\u00E9e?"
          + "|[Ii]nquilino|[Aa]rrendatari[oa]|[Cc]omprador|[Vv]endedor|[Tt]estigo|[Tt]itular)";
  private static final String SIGNED =
      "[Ss]igned by|[Ww]itnessed by|[Uu]nterzeichnet von|[Ss]ign\u00E9 par|[Ff]irmado por|[Uu]nterzeichner(?:in)?";
  private static final String MAIL_FIELD = "(?:From|To|Cc|Von|An|De|\u00C0|Para)";
  private static final String COMPANY =
      "(?!(?:WORD[ \\u00A0,]{1,2}){0,3}"
          + "(?:Ltd|Limited|Inc|LLC|LLP|PLC|plc|Corp|Co|Bank|Group|Holdings?|GmbH|AG|KG|SE|SA|SARL|SL|Trust|University)\\b)";
  private static final String SALUTATION =
      "(?:Dear|Hello|Hi|Liebe[r]?|Cher|Ch\u00E8re|Querid[oa]|Estimad[oa])";
  private static final String CLOSING =
      "(?:[Rr]egards|[Ss]incerely|[Ff]aithfully|[Gg]r\u00FC\u00DFen|[Gg]r\u00FC\u00DFe|[Gg]russ|[Hh]ochachtungsvoll|[Cc]ordialement|[Ss]alutations"
          + "|[Aa]tentamente|[Ss]aludos?)";

  private static final List<Pattern> PATTERNS =
      List.of(
          pattern("(?<![\\p{L}])(?<![Tt]he |[Dd]er )ADDRESSEDTITLES[ \\u00A0](NAME)"),
          pattern("(?<![\\p{L}])LABEL[ \\u00A0]?[:|\t][ \\u00A0\t]{0,4}+(FULL)(?![\\p{L}])"),
          pattern("(?<![\\p{L}])(?:SIGNED)[ \\u00A0]COMPANY(FULL)(?![\\p{L}])"),
          pattern("(?<![\\p{L}])MAIL_FIELD:[ \\u00A0]\"?(FULL)\"?[ \\u00A0]<(?=[^<>\\s]{1,64}@)"),
          pattern("(?<![\\p{L}])SALUTATION[ \\u00A0](FULL)(?=[,:!\n])"),
          pattern("(?<![\\p{L}])CLOSING,?+[ \t]{0,8}+\\n\\s{0,8}+(FULL)(?![\\p{L}])"),
          pattern("(?<![\\p{L}])CLOSING,[ \\u00A0](FULL)(?![\\p{L}])"));

  @Override
  public void find(View written, Sink sink) {
    String text = IndexedText.of(written);
    int reached = -1;
    for (MatchResult found : inOrder(text)) {
      if (found.start(1) >= reached) {
        reached = found.end(1);
        sink.found("pii.name", PersonalType.NAME, 0.7, found.start(1), reached);
      }
    }
  }

  /** By their beginning, the longest first: a name in another one is not told again. */
  private static List<MatchResult> inOrder(String text) {
    return PATTERNS.stream()
        .flatMap(pattern -> pattern.matcher(text).results())
        .sorted(
            Comparator.<MatchResult>comparingInt(found -> found.start(1))
                .thenComparing(found -> found.end(1), Comparator.reverseOrder()))
        .toList();
  }

  private static Pattern pattern(String template) {
    String filled =
        template
            .replace("ADDRESSED", ADDRESSED)
            .replace("TITLES", TITLES)
            .replace("LABEL", LABEL)
            .replace("SIGNED", SIGNED)
            .replace("MAIL_FIELD", MAIL_FIELD)
            .replace("COMPANY", COMPANY)
            .replace("SALUTATION", SALUTATION)
            .replace("CLOSING", CLOSING)
            .replace("FULL", FULL)
            .replace("NAME", "(?:WORD|INITIAL[ \\u00A0]?WORD)" + REST)
            .replace("WORD", WORD)
            .replace("INITIAL", INITIAL)
            .replace("PARTICLE", PARTICLE);
    return Pattern.compile(filled);
  }
}
