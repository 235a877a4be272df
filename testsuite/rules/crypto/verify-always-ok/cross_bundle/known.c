#include "bundle.h"

#include <string.h>

int bundle_is_known(const struct bundle *bundle) {
    return strncmp(bundle->origin, "withdrawn", sizeof bundle->origin) == 0;
}
