// Objective-C: classes, messages, strings, blocks.
__attribute__((objc_root_class)) @interface Base
+ (id)alloc;
- (int)value:(int)x;
@end
@interface Child : Base { int count; }
@property int size;
@end
@implementation Child
- (int)value:(int)x { count += x; return [super value:x] + self.size; }
@end
int send(Child *c) { id s = @"text"; return s ? [c value:3] : (int)[[Child alloc] value:4]; }
