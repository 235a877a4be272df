struct image {
    unsigned serial, kind;
    char path[100];
};

int image_receive(int in, struct image *image);
int image_fits(const struct image *image);
