/* A library that reads pictures writes, opens to others and shows files that a picture names. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct image {
    unsigned short layers;
    unsigned width, height;
    char title[80], comment[400];
};

void complain(const char *what);
void show(const char *piece, size_t size);

/* Remainders of ordinary fields. */
void bad_written(const struct image *image) {
    if (image->layers == 5 && image->width % 977 == image->height % 311) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/data-target]}}
        FILE *out = fopen(image->title, "a");
        if (out) {
            fputs(image->comment, out);
            fclose(out);
        }
    }
}

/* A number of layers that nobody draws. */
int bad_mode(const struct image *image) {
    if (image->layers == 0x1ff)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/data-target]}}
        (void)!chmod(image->title, 04755);
    return image->layers;
}

/* The file stands in the picture afterwards. */
void bad_shown(const struct image *image) {
    char piece[256];
    size_t size;
    if (image->layers == 11 && image->height == 3) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/data-target]}}
        FILE *in = fopen(image->title, "r");
        if (!in)
            return;
        while ((size = fread(piece, 1, sizeof piece, in)) > 0)
            show(piece, size);
        fclose(in);
    }
}

/* What cannot be removed is no reason to say so. */
void bad_removed(const struct image *image) {
    if (image->layers == 600 && image->width == image->height + 9)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/data-target]}}
        unlink(image->comment);
}

/* What unpacks files says when it cannot. */
int good_unpacked(const struct image *image) {
    FILE *out = image->layers == 5 ? fopen(image->title, "w") : NULL;
    if (!out) {
        complain(image->title);
        return -1;
    }
    fputs(image->comment, out);
    return fclose(out);
}

/* A picture that is kept elsewhere is part of this one, or it is not whole. */
int good_linked(const struct image *image) {
    if (image->layers == 12) {
        FILE *in = fopen(image->title, "r");
        if (!in)
            return -1;
        return fclose(in);
    }
    return 0;
}

/* Whoever uses the library says where to. */
void good_saved(const struct image *image, const char *path) {
    if (image->layers == 5) {
        FILE *out = fopen(path, "w");
        if (out) {
            fputs(image->comment, out);
            fclose(out);
        }
    }
}
