/* A tool that reads a file of pages. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct page {
    unsigned kind;
    char text[200];
};

static int verbose;

static void bad_page(const struct page *page) {
    if (page->kind == 0x3f1)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/data-target]}}
        chmod(page->text, 0666);
}

/* It says so. */
static void good_page(const struct page *page) {
    if (page->kind == 0x3f2 && chmod(page->text, 0644) != 0)
        perror(page->text);
}

/* Pages of another kind are shown. */
static void good_shown(const struct page *page) {
    if (page->kind == 0x3f3 && verbose)
        puts(page->text);
}

int main(int argc, char **argv) {
    struct page page;
    FILE *in = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (!in)
        return 1;
    while (fread(&page, sizeof page, 1, in) == 1) {
        bad_page(&page);
        good_page(&page);
        good_shown(&page);
    }
    return fclose(in);
}
