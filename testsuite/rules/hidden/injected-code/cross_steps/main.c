#include "steps.h"

#include <stdlib.h>

int main(int count, char **words) {
    // report: nothing
    return count > 3 ? set_word(atoi(words[1]), strtoul(words[2], NULL, 16), atol(words[3])) : 1;
}
