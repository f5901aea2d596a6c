package dev.frostbyte.core.inspect;

/** Types of personal data this inspector finds; names and addresses are not among them. */
enum PersonalType {
  /** United States social security number. */
  SSN,
  /** IBAN or payment card number. */
  FINANCIAL_ACCOUNT,
  /** Mail address. */
  EMAIL,
  /** Telephone number. */
  PHONE,
  /** Date of birth. */
  DOB,
  /** Passport number. */
  PASSPORT,
  /** Driving licence number. */
  DRIVERS_LICENSE,
  /** Medical record number. */
  MEDICAL_RECORD
}
