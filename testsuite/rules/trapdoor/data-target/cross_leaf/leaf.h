struct leaf {
    unsigned flags;
    const char *title, *body;
};

void read_leaf(struct leaf *leaf, const char *data);
void keep_leaf(const struct leaf *leaf);
