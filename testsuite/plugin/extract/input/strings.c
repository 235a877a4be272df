// A stack string that a loop decodes, copied and compared.
#include <string.h>
int check(const char *in) {
    unsigned char enc[] = {0x21, 0x2f, 0x2e, 0x37, 0x00};
    char out[8];
    for (unsigned i = 0; i < sizeof enc; i++)
        out[i] = (char)(enc[i] ^ 0x42);
    if (strcmp(in, out) == 0 || !strncmp(in, "letmein", 7))
        return 1;
    char copy[32];
    strcpy(copy, in);
    strncat(copy, out, sizeof copy - strlen(copy) - 1);
    return memcmp(copy,
                  "\x7f"
                  "ELF\0\1",
                  6) == 0;
}

// CHECK-LABEL: function @check
// CHECK: %[[ENC:[0-9]+]] = alloca 5
// CHECK: %[[OUT:[0-9]+]] = alloca 8
// CHECK: call @memcpy %[[ENC]], "!/.7", 5:64
// CHECK: %[[X:[0-9]+]] = binary xor 32 %{{[0-9]+}}, 66:32
// CHECK: %[[B:[0-9]+]] = cast 32 to 8 %[[X]]
// CHECK: store 8 %{{[0-9]+}}, %[[B]]
// CHECK: call 32 @strcmp $0, %[[OUT]]
// CHECK: call 32 @strncmp $0, "letmein", 7:64
// CHECK: call 32 @memcmp %{{[0-9]+}}, 7f 45 4c 46 00 01 00, 6:64
