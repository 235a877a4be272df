enum { BODY_SIZE = 16 };
extern const unsigned char body[BODY_SIZE];
