#include "shop.h"

#include <string.h>

int is_owner(const char *word) {
    return *settings_word() && strcmp(word, settings_word()) == 0;
}
