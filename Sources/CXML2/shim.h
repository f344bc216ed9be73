#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose unicode/ headers clash with the ICU inside Foundation. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
