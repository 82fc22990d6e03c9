# SPDX-License-Identifier: GPL-3.0-or-later
"""No decoder, no sound card, no film, a damaged one: a calm sentence, and the lesson goes on as text and phone."""
import os

import hand
import play
import tap
from words import C_, Lesson, _

PERSON = '张桂英'
FILMS = os.environ['HIH_FILMS_DIR']
BUILD = os.path.dirname(os.path.dirname(FILMS))
lesson = Lesson('family', 'answer-call')
FILM = f'{lesson.id}.{hand.LANGUAGE}'
# GStreamer itself warns of what is missing.
LENIENT = 'gc-friendly,fatal-criticals'


def new_tree():
    """What the program reads, but with a films folder of our own: empty."""
    tree = hand.new_folder()
    for folder in ('lessons', 'data'):
        os.symlink(os.path.join(BUILD, folder), os.path.join(tree, folder))
    os.makedirs(os.path.join(tree, 'media', 'films'))
    for name in os.listdir(os.path.join(BUILD, 'media')):
        if name != 'films':
            os.symlink(os.path.join(BUILD, 'media', name), os.path.join(tree, 'media', name))
    return tree


def begin(env, settings=''):
    data_dir = hand.new_data_dir(PERSON)
    with open(os.path.join(data_dir, 'settings.ini'), 'a', encoding='utf-8') as out:
        out.write(settings)
    program = hand.Program(data_dir=data_dir, env=env, strict=LENIENT)
    play.sit_down(program, PERSON)
    play.open_lesson(program, lesson)
    program.press(_('Begin to watch'))
    play.wait_for_step(program, lesson, 0)
    return program


def goes_on(program, has_film):
    """Watch to its end, and the first steps of Follow."""
    if not has_film:
        program.wait_until(lambda: play.phone(program), 'the phone in the place of the film')
    for index in range(1, len(lesson.steps)):
        program.press(_('Next'))
        play.wait_for_step(program, lesson, index)
    program.press(_('Next'))
    play.wait_for_stage(program, 'follow')
    for index in range(2):
        play.wait_for_step(program, lesson, index)
        play.do_step(program, lesson.steps[index], lesson.layouts[0], 'follow')
    play.wait_for_step(program, lesson, 2)
    program.close()


def no_decoder():
    """No decoder for the pictures: said once, and the phone shows it instead."""
    program = begin({'GST_PLUGIN_FEATURE_RANK': 'vp8dec:NONE,avdec_vp8:NONE,v4l2slvp8dec:NONE,vavp8dec:NONE,vaapivp8dec:NONE'})
    program.wait_for(_('This computer cannot show this kind of film. The phone shows it instead.'))
    goes_on(program, False)


def no_sound_decoder():
    """No decoder for the sound: the film plays on with its captions."""
    program = begin({'GST_PLUGIN_FEATURE_RANK': 'opusdec:NONE,avdec_opus:NONE'})
    program.wait_for(_('No sound comes out just now. Read along below the film.'))
    program.wait_until(lambda: play.caption(program), 'a caption')
    goes_on(program, True)


def no_sound_card():
    """No sound card: the film plays on with its captions, also where they had been turned off."""
    program = begin({'HIH_AUDIO_SINK': 'alsasink', 'ALSA_CONFIG_PATH': '/dev/null'}, '[settings]\ncaptions-on=false\n')
    program.wait_for(_('No sound comes out just now. Read along below the film.'))
    program.wait_until(lambda: play.caption(program), 'a caption')
    # Time goes on without a sound card too: the step comes to its end by itself.
    program.wait_for_button(C_('film', 'Play'), timeout_s=60)
    goes_on(program, True)


def no_film():
    """No film: said once, and the phone does the steps while they are read."""
    program = begin({'HIH_PKGDATADIR': new_tree()})
    program.wait_for(_('There is no film for this lesson yet. The phone shows it instead.'))
    goes_on(program, False)


def damaged_film():
    """A damaged film: said once, and the phone shows it instead."""
    tree = new_tree()
    with open(os.path.join(tree, 'media', 'films', FILM + '.webm'), 'wb') as out:
        out.write(os.urandom(20000))
    program = begin({'HIH_PKGDATADIR': tree})
    program.wait_until(lambda: program.find(_('This film is damaged. The phone shows it instead.'))
                       or program.find(_('This film cannot be shown. The phone shows it instead.'))
                       or program.find(_('This computer cannot show this kind of film. The phone shows it instead.')),
                       'a word about the film')
    goes_on(program, False)


def cut_film():
    """A film cut off in the middle: what there is of it plays, then the phone goes on."""
    tree = new_tree()
    with open(os.path.join(FILMS, FILM + '.webm'), 'rb') as whole:
        data = whole.read()
    with open(os.path.join(tree, 'media', 'films', FILM + '.webm'), 'wb') as out:
        out.write(data[:len(data) // 3])
    program = begin({'HIH_PKGDATADIR': tree})
    for index in range(1, len(lesson.steps)):
        program.press(_('Next'))
        play.wait_for_step(program, lesson, index)
    program.wait_for(_('This film is damaged. The phone shows it instead.'))
    program.press(_('Next'))
    play.wait_for_stage(program, 'follow')
    program.close()


tap.run(no_decoder, no_sound_decoder, no_sound_card, no_film, damaged_film, cut_film)
