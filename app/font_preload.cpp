#include "app/font_preload.h"

#include <fontconfig/fontconfig.h>

namespace teleconsult::app {

FontPreload::FontPreload() : m_thread([] { FcInit(); }) {}

FontPreload::~FontPreload()
{
    m_thread.join();
}

} // namespace teleconsult::app
