package dev.frostbyte.api.model;

import java.util.Locale;

/** What kind of document it is. The set is closed; what fits nowhere is {@link #OTHER}. */
public enum DocumentClass {
  /** Binds parties to each other: contract, agreement, lease, amendment. */
  CONTRACT,
  /** Asks for payment. */
  INVOICE,
  /** Standard operating procedure: steps that people follow. */
  SOP,
  /** Rules an organisation gives itself. */
  POLICY,
  /** Letter, mail or memorandum. */
  CORRESPONDENCE,
  /** Written for or by a court. */
  LEGAL_FILING,
  /** None of these. */
  OTHER;

  /** As reports and interfaces spell it: {@code legal_filing}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
