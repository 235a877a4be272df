#include "vault.h"

int main(void) {
    struct vault vault = {.uses = 0};
    vault_open(&vault);
    int failed = status_send(&vault);
    vault_close(&vault);
    return failed;
}
