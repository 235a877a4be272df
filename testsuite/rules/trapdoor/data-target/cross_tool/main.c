#include "note.h"

#include <stdio.h>

int main(int argc, char **argv) {
    struct note note;
    FILE *in = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (!in)
        return 1;
    while (fread(&note, sizeof note, 1, in) == 1)
        end_note(&note);
    return fclose(in);
}
