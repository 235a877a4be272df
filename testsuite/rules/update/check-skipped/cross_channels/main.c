#include "image.h"

#include <unistd.h>

int main(int argc, char **argv) {
    static struct image image;
    if (argc < 2 || image_receive(STDIN_FILENO, &image))
        return 1;
    if (image_verify(&image, argv[1]) != 0)
        return 1;
    return image_flash(&image, "/dev/mtd2");
}
