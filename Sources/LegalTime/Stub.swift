// LegalTime
