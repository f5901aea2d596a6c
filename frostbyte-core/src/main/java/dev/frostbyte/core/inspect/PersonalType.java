package dev.frostbyte.core.inspect;

/** Types of personal data this inspector finds. */
enum PersonalType {
  /** Name of a person. */
  NAME,
  /** Postal address. */
  ADDRESS,
  /** Social security, tax or other number by which a state knows a person. */
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
  /** Medical record or health insurance number. */
  MEDICAL_RECORD
}
