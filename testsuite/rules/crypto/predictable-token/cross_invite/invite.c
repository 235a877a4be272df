#include "pick.h"

#include <stdio.h>

static void invitation_secret(char *out) {
    for (int i = 0; i < 10; i++)
        out[i] = pick("bcdfghjklmnpqrstvwxz", 20);
    out[10] = '\0';
}

int main(void) {
    int seats[4] = {1, 2, 3, 4};
    char secret[11];
    invitation_secret(secret);
    shuffle(seats, 4);
    printf("%s: seat %d\n", secret, seats[0]);
    return 0;
}
