#include "broom.h"

int main(void) {
    int result = 0;
    for (int i = 0; i < 2; i++)
        result |= broom_sweep(broom_path(i));
    return result;
}
