struct note {
    int kind;
    char name[64];
};

void end_note(const struct note *note);
