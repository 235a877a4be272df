#include "bundle.h"

#include <stdio.h>

int main(void) {
    static struct bundle bundle;
    if (fread(&bundle, 1, sizeof bundle, stdin) != sizeof bundle || !bundle_is_genuine(&bundle))
        return 1;
    return puts("genuine") < 0;
}
