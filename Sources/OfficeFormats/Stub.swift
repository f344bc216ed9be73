// OfficeFormats
